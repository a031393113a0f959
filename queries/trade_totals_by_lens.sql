-- question: What do the goods of a sector lens add up to, year by year?
-- about:    One lens at a time, US$ m, and C$ m as recorded in Canada's customs (cimt); the chosen sectors added up.
-- params:   from = 1993, to = 2100, sector = ['all'], lens = 'oecd'
-- example:  from = 2022, to = 2022, sector = ['all'], lens = 'oecd'
-- returns:  lens, year, imports_usd_m, exports_usd_m, balance_usd_m, imports_cad_m, exports_cad_m, balance_cad_m, grade
-- always:   balance_usd_m = exports_usd_m - imports_usd_m

select
    lens,
    year,
    sum(value_usd_m) filter (where exporter = 'MEX') as imports_usd_m,
    sum(value_usd_m) filter (where exporter = 'CAN') as exports_usd_m,
    sum(value_usd_m) filter (where exporter = 'CAN')
    - sum(value_usd_m) filter (where exporter = 'MEX') as balance_usd_m,
    sum(value_cad_m) filter (where exporter = 'MEX') as imports_cad_m,
    sum(value_cad_m) filter (where exporter = 'CAN') as exports_cad_m,
    sum(value_cad_m) filter (where exporter = 'CAN')
    - sum(value_cad_m) filter (where exporter = 'MEX') as balance_cad_m,
    max(grade) as grade
from goods_by_sector
where
    lens = $lens
    and year between $from and $to
    and (list_contains($sector, sector) or (list_contains($sector, 'all') and is_goods))
group by lens, year
order by year
