-- question: Which industries lie below a sector?
-- about:    One lens at a time, US$ m, and C$ m as recorded in Canada's customs (cimt); all sectors means goods, services (15) only when asked for.
-- params:   from = 1993, to = 2100, sector = ['all'], lens = 'oecd', lang = 'en'
-- example:  from = 2022, to = 2022, sector = ['all'], lens = 'oecd'
-- returns:  lens, year, sector, industry, industry_name, imports_usd_m, exports_usd_m, balance_usd_m, imports_cad_m, exports_cad_m, balance_cad_m, grade
-- always:   balance_usd_m = exports_usd_m - imports_usd_m

with flows as (
    select
        lens,
        year,
        sector,
        industry,
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
        and (list_contains($sector, sector) or (list_contains($sector, 'all') and is_goods))
    group by lens, year, sector, industry
)

select
    flows.lens,
    flows.year,
    flows.sector,
    flows.industry,
    names.words as industry_name,
    flows.imports_usd_m,
    flows.exports_usd_m,
    flows.balance_usd_m,
    flows.imports_cad_m,
    flows.exports_cad_m,
    flows.balance_cad_m,
    flows.grade
from flows
left join texts as names
    on
        names.text_kind = case when flows.lens = 'cimt' then 'chapter_name' else 'industry_name' end
        and names.code = case when flows.lens = 'cimt' then '' else flows.lens || ':' end || flows.industry
        and names.lang = $lang
where flows.year between $from and $to
order by flows.year, flows.sector, coalesce(flows.imports_cad_m, flows.imports_usd_m) desc, flows.industry
