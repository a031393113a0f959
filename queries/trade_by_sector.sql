-- question: What do Canada and Mexico sell each other, sector by sector?
-- about:    One lens at a time, US$ at basic prices; all sectors means goods, services (15) only when asked for.
-- params:   first_year = 1993, last_year = 2100, sectors = ['all'], lens = 'oecd'
-- example:  first_year = 2022, last_year = 2022, sectors = ['all'], lens = 'oecd'
-- returns:  lens, year, sector, sector_name_en, sector_name_fr, sector_name_es, imports_usd_m, exports_usd_m, balance_usd_m, imports_share_pct, exports_share_pct, grade
-- always:   balance_usd_m = exports_usd_m - imports_usd_m and sector between '01' and '15'

with flows as (
    select
        lens,
        year,
        sector,
        is_goods,
        sum(value_usd_m) filter (where exporter = 'MEX') as imports_usd_m,
        sum(value_usd_m) filter (where exporter = 'CAN') as exports_usd_m,
        max(grade) as grade
    from goods_by_sector
    where lens = $lens
    group by lens, year, sector, is_goods
),

shares as (
    select
        lens,
        year,
        sector,
        is_goods,
        imports_usd_m,
        exports_usd_m,
        100 * imports_usd_m / sum(imports_usd_m) over (partition by year, is_goods) as imports_share_pct,
        100 * exports_usd_m / sum(exports_usd_m) over (partition by year, is_goods) as exports_share_pct,
        grade
    from flows
)

select
    shares.lens,
    shares.year,
    shares.sector,
    sectors.name_en as sector_name_en,
    sectors.name_fr as sector_name_fr,
    sectors.name_es as sector_name_es,
    shares.imports_usd_m,
    shares.exports_usd_m,
    shares.exports_usd_m - shares.imports_usd_m as balance_usd_m,
    shares.imports_share_pct,
    shares.exports_share_pct,
    shares.grade
from shares
inner join sectors on shares.sector = sectors.sector
where
    shares.year between $first_year and $last_year
    and (list_contains($sectors, shares.sector) or (list_contains($sectors, 'all') and shares.is_goods))
order by shares.year desc, shares.imports_usd_m desc, shares.sector
