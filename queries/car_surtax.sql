-- question: Whose goods does a Canadian surtax fall on, on a date?
-- about:    not_on_mexican_cars is true where the surtax names the United States alone; the surtax on steel melted in China, which reaches Mexican goods, is on no car.
-- params:   date = '2025-09-18', measure = 'CA-SURTAX-2025-AUTOS'
-- example:  date = '2025-09-18'
-- returns:  measure_id, target, cited_rate_pct, valid_from, citation, not_on_mexican_cars
-- always:   not_on_mexican_cars = (target = 'USA')

select
    measure_id,
    target,
    cited_rate_pct,
    valid_from,
    citation,
    target = 'USA' as not_on_mexican_cars
from tariff_measures
where
    measure_id = $measure
    and cast($date as date) between valid_from and coalesce(valid_to, date '9999-12-31')
order by measure_id
