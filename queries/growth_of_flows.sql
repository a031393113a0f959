-- question: Whose sales made up most of the growth of two-way trade between two years?
-- about:    Canada's customs basis, C$ at current prices.
-- params:   from = 2004, to = 2024
-- example:  from = 2004, to = 2024
-- returns:  first_year, last_year, imports_growth_cad_m, exports_growth_cad_m, imports_of_growth_pct, mostly_imports
-- always:   mostly_imports = (imports_growth_cad_m > exports_growth_cad_m)

with flows as (
    select
        max(value_cad_m) filter (where flow = 'imports' and year = $to)
        - max(value_cad_m) filter (where flow = 'imports' and year = $from) as imports_growth_cad_m,
        max(value_cad_m) filter (where flow = 'exports' and year = $to)
        - max(value_cad_m) filter (where flow = 'exports' and year = $from) as exports_growth_cad_m
    from goods_trade_annual
    where reporter = 'CAN'
)

select
    cast($from as integer) as first_year,
    cast($to as integer) as last_year,
    imports_growth_cad_m,
    exports_growth_cad_m,
    100 * imports_growth_cad_m / (imports_growth_cad_m + exports_growth_cad_m) as imports_of_growth_pct,
    imports_growth_cad_m > exports_growth_cad_m as mostly_imports
from flows
where imports_growth_cad_m is not null and exports_growth_cad_m is not null
order by first_year
