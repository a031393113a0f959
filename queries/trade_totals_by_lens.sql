-- question: What do the goods of a sector lens add up to, year by year?
-- about:    One lens at a time, US$ m, and C$ m as recorded in Canada's customs (cimt); the chosen sectors added up.
-- params:   from = 1993, to = 2100, sector = ['all'], lens = 'oecd'
-- example:  from = 2022, to = 2022, sector = ['all'], lens = 'oecd'
-- returns:  lens, year, imports_usd_m, exports_usd_m, balance_usd_m, two_way_usd_m, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_to_exports, grade, vintage
-- always:   balance_usd_m = exports_usd_m - imports_usd_m and (two_way_usd_m is null or abs(two_way_usd_m - imports_usd_m - exports_usd_m) < 1e-6)

select
    lens,
    year,
    sum(value_usd_m) filter (where exporter = 'MEX') as imports_usd_m,
    sum(value_usd_m) filter (where exporter = 'CAN') as exports_usd_m,
    sum(value_usd_m) filter (where exporter = 'CAN')
    - sum(value_usd_m) filter (where exporter = 'MEX') as balance_usd_m,
    sum(value_usd_m) as two_way_usd_m,
    sum(value_cad_m) filter (where exporter = 'MEX') as imports_cad_m,
    sum(value_cad_m) filter (where exporter = 'CAN') as exports_cad_m,
    sum(value_cad_m) filter (where exporter = 'CAN')
    - sum(value_cad_m) filter (where exporter = 'MEX') as balance_cad_m,
    sum(value_cad_m) as two_way_cad_m,
    coalesce(
        sum(value_cad_m) filter (where exporter = 'MEX') / nullif(sum(value_cad_m) filter (where exporter = 'CAN'), 0),
        sum(value_usd_m) filter (where exporter = 'MEX') / nullif(sum(value_usd_m) filter (where exporter = 'CAN'), 0)
    ) as imports_to_exports,
    max(grade) as grade,
    max(vintage) as vintage
from goods_by_sector
where
    lens = $lens
    and year between $from and $to
    and (list_contains($sector, sector) or (list_contains($sector, 'all') and is_goods))
group by lens, year
order by year
