-- question: By how much do Canada's goods imports from Mexico exceed its exports, each year?
-- about:    Canada's customs basis, unadjusted, total exports. From 1997 C$ are Canada's own months added up and US$ are converted; before, US$ are UN Comtrade's and C$ are converted.
-- params:   from = 1962, to = 2100
-- example:  from = 2023, to = 2024
-- returns:  year, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_usd_m, exports_usd_m, balance_usd_m, two_way_usd_m, imports_mxn_m, exports_mxn_m, balance_mxn_m, two_way_mxn_m, imports_to_exports, cad_per_usd, mxn_per_usd, derived_currency, grade, publisher, vintage
-- always:   balance_cad_m = exports_cad_m - imports_cad_m and imports_cad_m >= 0 and exports_cad_m >= 0 and two_way_cad_m = imports_cad_m + exports_cad_m

with every_year as (
    select
        year,
        max(value_usd_m) filter (where flow = 'imports') as imports_usd_m,
        max(value_usd_m) filter (where flow = 'exports') as exports_usd_m,
        max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
        max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
        max(derived_currency) as derived_currency,
        max(grade) as grade,
        max(publisher) as publisher,
        max(vintage) as vintage
    from goods_trade_annual
    where reporter = 'CAN'
    group by year
)

select
    every_year.year,
    every_year.imports_cad_m,
    every_year.exports_cad_m,
    every_year.exports_cad_m - every_year.imports_cad_m as balance_cad_m,
    every_year.imports_cad_m + every_year.exports_cad_m as two_way_cad_m,
    every_year.imports_usd_m,
    every_year.exports_usd_m,
    every_year.exports_usd_m - every_year.imports_usd_m as balance_usd_m,
    every_year.imports_usd_m + every_year.exports_usd_m as two_way_usd_m,
    every_year.imports_usd_m * rates.mxn_per_usd as imports_mxn_m,
    every_year.exports_usd_m * rates.mxn_per_usd as exports_mxn_m,
    (every_year.exports_usd_m - every_year.imports_usd_m) * rates.mxn_per_usd as balance_mxn_m,
    (every_year.imports_usd_m + every_year.exports_usd_m) * rates.mxn_per_usd as two_way_mxn_m,
    every_year.imports_usd_m / every_year.exports_usd_m as imports_to_exports,
    rates.cad_per_usd,
    rates.mxn_per_usd,
    every_year.derived_currency,
    every_year.grade,
    every_year.publisher,
    every_year.vintage
from every_year
left join exchange_rates_annual as rates on every_year.year = rates.year
where every_year.year between $from and $to
order by every_year.year
