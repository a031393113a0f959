-- question: How large was the goods gap in the last whole year of a span, and how did it differ from the year before?
-- about:    Canada's customs basis; the last year that has both flows in the chosen currency; changes are on the year before, in that currency, at current prices.
-- params:   from = 1962, to = 2100, currency = 'cad'
-- example:  from = 2010, to = 2024
-- returns:  year, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_usd_m, exports_usd_m, balance_usd_m, two_way_usd_m, imports_mxn_m, exports_mxn_m, balance_mxn_m, two_way_mxn_m, imports_to_exports, cad_per_usd, mxn_per_usd, imports_change_pct, exports_change_pct, has_deficit, grade, vintage
-- always:   balance_usd_m = exports_usd_m - imports_usd_m and has_deficit = (balance_usd_m < 0)

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
        max(goods.grade) as grade,
        max(goods.vintage) as vintage
    from goods_trade_annual as goods
    left join exchange_rates_annual as rates on goods.year = rates.year
    where goods.reporter = 'CAN'
    group by goods.year
),

chosen as (
    select
        year,
        case $currency when 'usd' then imports_usd_m when 'mxn' then imports_mxn_m else imports_cad_m end as imports,
        case $currency when 'usd' then exports_usd_m when 'mxn' then exports_mxn_m else exports_cad_m end as exports
    from flows
)

select
    latest.year,
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
    100 * (now.imports / before.imports - 1) as imports_change_pct,
    100 * (now.exports / before.exports - 1) as exports_change_pct,
    latest.exports_usd_m < latest.imports_usd_m as has_deficit,
    latest.grade,
    latest.vintage
from flows as latest
inner join chosen as now on latest.year = now.year
left join chosen as before on latest.year = before.year + 1
where
    latest.year between $from and $to
    and now.imports is not null
    and now.exports is not null
order by latest.year desc
limit 1
