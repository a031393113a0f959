-- question: What do Canada and Mexico sell each other, sector by sector?
-- about:    One lens at a time, US$ m, and C$ m as recorded where the lens is Canada's customs (cimt); all sectors means goods, services (15) only when asked for; shares are of all goods, those of no sector (99) among them.
-- params:   from = 1993, to = 2100, sector = ['all'], lens = 'oecd', lang = 'en'
-- example:  from = 2022, to = 2022, sector = ['all'], lens = 'oecd'
-- returns:  lens, year, sector, sector_name, imports_usd_m, exports_usd_m, balance_usd_m, imports_cad_m, exports_cad_m, balance_cad_m, imports_share_pct, exports_share_pct, grade
-- always:   balance_usd_m = exports_usd_m - imports_usd_m and (sector between '01' and '15' or sector = '99')

with flows as (
    select
        lens,
        year,
        sector,
        is_goods,
        sum(value_usd_m) filter (where exporter = 'MEX') as imports_usd_m,
        sum(value_usd_m) filter (where exporter = 'CAN') as exports_usd_m,
        sum(value_cad_m) filter (where exporter = 'MEX') as imports_cad_m,
        sum(value_cad_m) filter (where exporter = 'CAN') as exports_cad_m,
        max(grade) as grade
    from goods_by_sector
    where lens = $lens
    group by lens, year, sector, is_goods
),

valued as (
    select
        lens,
        year,
        sector,
        is_goods,
        imports_usd_m,
        exports_usd_m,
        imports_cad_m,
        exports_cad_m,
        coalesce(imports_cad_m, imports_usd_m) as imports,
        coalesce(exports_cad_m, exports_usd_m) as exports,
        grade
    from flows
),

shares as (
    select
        lens,
        year,
        sector,
        is_goods,
        imports_usd_m,
        exports_usd_m,
        imports_cad_m,
        exports_cad_m,
        imports,
        case when is_goods then 100 * imports / sum(imports) over (partition by year, is_goods) end
            as imports_share_pct,
        case when is_goods then 100 * exports / sum(exports) over (partition by year, is_goods) end
            as exports_share_pct,
        grade
    from valued
)

select
    shares.lens,
    shares.year,
    shares.sector,
    coalesce(joint.words, names.words) as sector_name,
    shares.imports_usd_m,
    shares.exports_usd_m,
    shares.exports_usd_m - shares.imports_usd_m as balance_usd_m,
    shares.imports_cad_m,
    shares.exports_cad_m,
    shares.exports_cad_m - shares.imports_cad_m as balance_cad_m,
    shares.imports_share_pct,
    shares.exports_share_pct,
    shares.grade
from shares
inner join sectors on shares.sector = sectors.sector
inner join texts as names on names.text_kind = 'sector_name' and sectors.sector = names.code and names.lang = $lang
left join texts as joint
    on joint.text_kind = 'sector_name' and shares.lens || ':' || shares.sector = joint.code and joint.lang = $lang
where
    shares.year between $from and $to
    and (list_contains($sector, shares.sector) or (list_contains($sector, 'all') and shares.is_goods))
order by shares.year desc, shares.imports desc, shares.sector
