-- question: For which partners did customs collect something else on a date than the law of that day as it stands now?
-- about:    Notices that reach back: from the first day they apply to the day customs began to apply them. The rates of the engine are those of the law; the difference was refunded.
-- params:   date = '2025-08-20', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA']
-- example:  date = '2025-08-20', partner = ['JPN']
-- returns:  partner, valid_from, collected_from
-- always:   collected_from > valid_from

select
    target as partner,
    min(valid_from) as valid_from,
    max(collected_from) as collected_from
from tariff_measures
where
    list_contains($partner, target)
    and cast($date as date) >= valid_from
    and cast($date as date) < collected_from
group by target
order by partner
