-- question: How much has each flow grown since a base year?
-- about:    Canada's customs basis, C$ at current prices, base year = 100; gaps stay gaps.
-- params:   base = 2010, from = 1962, to = 2100
-- example:  base = 2010, from = 2010, to = 2025
-- returns:  year, imports_index, exports_index, imports_cad_m, exports_cad_m, grade
-- always:   imports_index >= 0 and exports_index >= 0 and (imports_index > 0) = (imports_cad_m > 0)

with flows as (
    select
        year,
        max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
        max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
        max(grade) as grade
    from goods_trade_annual
    where reporter = 'CAN'
    group by year
),

base as (
    select
        imports_cad_m,
        exports_cad_m
    from flows
    where year = $base
)

select
    flows.year,
    100 * flows.imports_cad_m / base.imports_cad_m as imports_index,
    100 * flows.exports_cad_m / base.exports_cad_m as exports_index,
    flows.imports_cad_m,
    flows.exports_cad_m,
    flows.grade
from flows
cross join base
where flows.year between $from and $to and flows.imports_cad_m is not null
order by flows.year
