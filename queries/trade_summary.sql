-- question: How large was the goods gap in the last whole year of a span, and how has it grown over the span?
-- about:    Canada's customs basis; only years whose split by flow is at hand; growth compares first and last such year in the chosen currency.
-- params:   from = 1962, to = 2100, currency = 'cad'
-- example:  from = 2010, to = 2024
-- returns:  first_year, year, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_usd_m, exports_usd_m, balance_usd_m, two_way_usd_m, imports_mxn_m, exports_mxn_m, balance_mxn_m, two_way_mxn_m, imports_to_exports, cad_per_usd, mxn_per_usd, imports_growth, exports_growth, gap_growth, has_deficit, grade
-- always:   (first_year is null or year >= first_year) and balance_usd_m = exports_usd_m - imports_usd_m and has_deficit = (balance_usd_m < 0)

with flows as (
    select
        goods.year,
        max(goods.value_usd_m) filter (where goods.flow = 'imports') as imports_usd_m,
        max(goods.value_usd_m) filter (where goods.flow = 'exports') as exports_usd_m,
        max(goods.value_cad_m) filter (where goods.flow = 'imports') as imports_cad_m,
        max(goods.value_cad_m) filter (where goods.flow = 'exports') as exports_cad_m,
        max(goods.value_usd_m * rates.mxn_per_usd) filter (where goods.flow = 'imports') as imports_mxn_m,
        max(goods.value_usd_m * rates.mxn_per_usd) filter (where goods.flow = 'exports') as exports_mxn_m,
        max(rates.cad_per_usd) as cad_per_usd,
        max(rates.mxn_per_usd) as mxn_per_usd,
        max(goods.grade) as grade
    from goods_trade_annual as goods
    left join exchange_rates_annual as rates on goods.year = rates.year
    where goods.reporter = 'CAN' and goods.year between $from and $to
    group by goods.year
),

chosen as (
    select
        year,
        case $currency when 'usd' then imports_usd_m when 'mxn' then imports_mxn_m else imports_cad_m end as imports,
        case $currency when 'usd' then exports_usd_m when 'mxn' then exports_mxn_m else exports_cad_m end as exports
    from flows
),

ends as (
    select
        min(year) filter (where imports is not null) as first_year,
        max(year) as year
    from chosen
)

select
    ends.first_year,
    ends.year,
    latest.imports_cad_m,
    latest.exports_cad_m,
    latest.exports_cad_m - latest.imports_cad_m as balance_cad_m,
    latest.imports_cad_m + latest.exports_cad_m as two_way_cad_m,
    latest.imports_usd_m,
    latest.exports_usd_m,
    latest.exports_usd_m - latest.imports_usd_m as balance_usd_m,
    latest.imports_usd_m + latest.exports_usd_m as two_way_usd_m,
    latest.imports_mxn_m,
    latest.exports_mxn_m,
    latest.exports_mxn_m - latest.imports_mxn_m as balance_mxn_m,
    latest.imports_mxn_m + latest.exports_mxn_m as two_way_mxn_m,
    latest.imports_usd_m / latest.exports_usd_m as imports_to_exports,
    latest.cad_per_usd,
    latest.mxn_per_usd,
    last_chosen.imports / base.imports as imports_growth,
    last_chosen.exports / base.exports as exports_growth,
    case
        when base.imports > base.exports and last_chosen.imports > last_chosen.exports
            then (last_chosen.imports - last_chosen.exports) / (base.imports - base.exports)
    end as gap_growth,
    latest.exports_usd_m < latest.imports_usd_m as has_deficit,
    latest.grade
from ends
inner join flows as latest on ends.year = latest.year
inner join chosen as last_chosen on ends.year = last_chosen.year
left join chosen as base on ends.first_year = base.year
order by ends.year
