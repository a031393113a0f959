-- question: Which U.S. duties were collected on a date though they had ended in law?
-- about:    Measures struck down before the date and collected on it or later; the rates of the engine are those of the law.
-- params:   date = '2026-02-20'
-- example:  date = '2026-02-21'
-- returns:  programme, measure_id, valid_to, collected_to
-- always:   collected_to > valid_to

select
    programme,
    measure_id,
    max(valid_to) as valid_to,
    max(collected_to) as collected_to
from tariff_measures
where
    cast($date as date) > valid_to
    and cast($date as date) <= collected_to
group by programme, measure_id
order by programme, measure_id
