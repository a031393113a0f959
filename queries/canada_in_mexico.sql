-- question: How large is Canada in what Mexico sells and buys, by Mexico's own count?
-- about:    Quoted figures: each count with Canada and with all countries from the same agency where it gives both; seen from Mexico.
-- params:   from = 2000, to = 2100
-- example:  from = 2025, to = 2025
-- returns:  year, mexico_measure, quoted_value, quoted_total, unit, share_pct, said_by, source_url, grade
-- always:   share_pct between 0 and 100 and abs(share_pct - 100 * quoted_value / quoted_total) < 1e-9

with pairs as (
    select
        listed.with_canada,
        listed.with_all
    from (
        values
        ('exports_to_canada', 'total_exports'),
        ('imports_from_canada', 'total_imports'),
        ('vehicles_to_canada', 'total_vehicles')
    ) as listed (with_canada, with_all)
)

select
    canada.year,
    canada.mexico_measure,
    canada.quoted_value,
    everyone.quoted_value as quoted_total,
    canada.unit,
    100 * canada.quoted_value / everyone.quoted_value as share_pct,
    canada.said_by,
    canada.source_url,
    canada.grade
from pairs
inner join mexico_side_quoted as canada on pairs.with_canada = canada.mexico_measure
inner join mexico_side_quoted as everyone on pairs.with_all = everyone.mexico_measure and canada.year = everyone.year
where canada.year between $from and $to
order by canada.year, canada.mexico_measure
