-- question: How many visitor visas were approved for Mexican citizens each month?
-- about:    Rounded to five; suppressed months are empty, not zero. Beside each month its change on the same month of the year before, and the twelve months up to it added up; both empty where a month is missing or suppressed.
-- params:   from = 2023, to = 2100
-- example:  from = 2024, to = 2024
-- returns:  month, visas, visas_change_pct, visas_12_months, suppressed, applications_processed, vintage
-- always:   not suppressed or visas is null

with compared as (
    select
        visas.month,
        visas.visas,
        100e0 * visas.visas / before.visas - 100 as visas_change_pct,
        case when count(visas.visas) over twelve = 12 then sum(visas.visas) over twelve end as visas_12_months,
        visas.suppressed,
        visas.applications_processed,
        visas.vintage
    from visitor_visas as visas
    left join visitor_visas as before on visas.month = before.month + interval 1 year
    window twelve as (order by visas.month range between interval 11 month preceding and current row)
)

select
    month,
    visas,
    visas_change_pct,
    cast(visas_12_months as integer) as visas_12_months,
    suppressed,
    applications_processed,
    vintage
from compared
where date_part('year', month) between $from and $to
order by month
