-- question: How large is goods trade with Canada in Mexico's own book?
-- about:    Exports plus imports as Mexico records them, US$; only years in which its book has both.
-- params:   year = 2024
-- example:  year = 2025
-- returns:  year, imports_usd_m, exports_usd_m, two_way_usd_m
-- always:   abs(two_way_usd_m - imports_usd_m - exports_usd_m) < 1e-6

select
    year,
    max(value_usd_m) filter (where flow = 'imports') as imports_usd_m,
    max(value_usd_m) filter (where flow = 'exports') as exports_usd_m,
    sum(value_usd_m) as two_way_usd_m
from goods_trade_annual
where reporter = 'MEX' and year = $year
group by year
having count(*) = 2
order by year
