-- question: Which rate does the law cite for a measure on a date?
-- about:    As printed in the order, before CUSMA and content rules; 0 where the measure was not in force that day.
-- params:   date = '2025-09-18', measure = 'US-232-STEEL'
-- example:  date = '2025-09-18', measure = 'US-232-PHARMA'
-- returns:  measure_id, cited_rate_pct, valid_from, citation
-- always:   cited_rate_pct >= 0

with in_force as (
    select
        measure_id,
        cited_rate_pct,
        valid_from,
        citation
    from tariff_measures
    where
        measure_id = $measure
        and cast($date as date) between valid_from and coalesce(valid_to, date '9999-12-31')
    -- Terms of a deal are lower, lists added later cite the same rate: the order itself is the highest and first.
    order by cited_rate_pct desc nulls last, valid_from
    limit 1
)

select
    any_value(measures.measure_id) as measure_id,
    coalesce(any_value(in_force.cited_rate_pct), 0) as cited_rate_pct,
    any_value(in_force.valid_from) as valid_from,
    coalesce(any_value(in_force.citation), min(measures.citation)) as citation
from tariff_measures as measures
left join in_force on measures.measure_id = in_force.measure_id
where measures.measure_id = $measure
having count(*) > 0
order by measure_id
