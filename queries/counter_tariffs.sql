-- question: Which countermeasures against the United States did a country start since a day, and which still stand on a date?
-- about:    Canada and Mexico only; a measure without any duty is no countermeasure. parts is how many lists of goods there were, parts_confirmed how many of them had ended.
-- params:   imposing = 'CAN', since = '2025-03-01', date = '2025-09-18'
-- choices:  imposing = ['CAN', 'MEX']
-- example:  imposing = 'CAN', date = '2025-09-18'
-- returns:  lists_ended, lists_standing, any_ended, none_started, parts_confirmed, parts
-- always:   lists_ended + lists_standing = parts and none_started = (parts = 0) and parts_confirmed = lists_ended

with started as (
    select coalesce(valid_to < cast($date as date), false) as has_ended
    from tariff_measures
    where
        imposing = $imposing
        and target = 'USA'
        and legal_basis <> 'none'
        and valid_from between cast($since as date) and cast($date as date)
)

select
    cast(count(*) filter (where has_ended) as integer) as lists_ended,
    cast(count(*) filter (where not has_ended) as integer) as lists_standing,
    count(*) filter (where has_ended) > 0 as any_ended,
    count(*) = 0 as none_started,
    cast(count(*) filter (where has_ended) as integer) as parts_confirmed,
    cast(count(*) as integer) as parts
from started
order by parts
