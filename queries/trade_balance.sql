-- question: By how much do Canada's goods imports from Mexico exceed its exports, each year?
-- about:    Canada's customs basis, unadjusted, total exports; a year without a split has two-way trade only.
-- params:   from = 1962, to = 2100
-- example:  from = 2023, to = 2024
-- returns:  year, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_usd_m, exports_usd_m, balance_usd_m, two_way_usd_m, imports_mxn_m, exports_mxn_m, balance_mxn_m, two_way_mxn_m, imports_to_exports, cad_per_usd, mxn_per_usd, derived_currency, grade, publisher
-- always:   balance_cad_m = exports_cad_m - imports_cad_m and imports_cad_m >= 0 and exports_cad_m >= 0 and two_way_cad_m > 0

with by_flow as (
    select
        year,
        max(value_usd_m) filter (where flow = 'imports') as imports_usd_m,
        max(value_usd_m) filter (where flow = 'exports') as exports_usd_m,
        max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
        max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
        max(derived_currency) as derived_currency,
        max(grade) as grade,
        max(publisher) as publisher
    from goods_trade_annual
    where reporter = 'CAN'
    group by year
),

every_year as (
    select
        coalesce(by_flow.year, goods_two_way.year) as year,
        by_flow.imports_usd_m,
        by_flow.exports_usd_m,
        by_flow.imports_cad_m,
        by_flow.exports_cad_m,
        coalesce(by_flow.imports_usd_m + by_flow.exports_usd_m, goods_two_way.two_way_usd_m) as two_way_usd_m,
        coalesce(by_flow.imports_cad_m + by_flow.exports_cad_m, goods_two_way.two_way_cad_m) as two_way_cad_m,
        coalesce(by_flow.derived_currency, 'cad') as derived_currency,
        coalesce(by_flow.grade, goods_two_way.grade) as grade,
        coalesce(by_flow.publisher, 'UN Comtrade') as publisher
    from by_flow
    full join goods_two_way on by_flow.year = goods_two_way.year and goods_two_way.partner = 'MEX'
    where goods_two_way.partner is null or goods_two_way.partner = 'MEX'
)

select
    every_year.year,
    every_year.imports_cad_m,
    every_year.exports_cad_m,
    every_year.exports_cad_m - every_year.imports_cad_m as balance_cad_m,
    every_year.two_way_cad_m,
    every_year.imports_usd_m,
    every_year.exports_usd_m,
    every_year.exports_usd_m - every_year.imports_usd_m as balance_usd_m,
    every_year.two_way_usd_m,
    every_year.imports_usd_m * rates.mxn_per_usd as imports_mxn_m,
    every_year.exports_usd_m * rates.mxn_per_usd as exports_mxn_m,
    (every_year.exports_usd_m - every_year.imports_usd_m) * rates.mxn_per_usd as balance_mxn_m,
    every_year.two_way_usd_m * rates.mxn_per_usd as two_way_mxn_m,
    every_year.imports_usd_m / every_year.exports_usd_m as imports_to_exports,
    rates.cad_per_usd,
    rates.mxn_per_usd,
    every_year.derived_currency,
    every_year.grade,
    every_year.publisher
from every_year
left join exchange_rates_annual as rates on every_year.year = rates.year
where every_year.year between $from and $to
order by every_year.year
