-- question: What did Canada buy from and sell to a partner, month by month?
-- about:    Canada's customs basis, unadjusted, total exports; other currencies at the monthly average rate. Beside each month its change on the same month of the year before, and the twelve months up to it added up; both empty where a month is missing. Mexico since 1997, other partners since 2024.
-- params:   from = 1962, to = 2100, partner = 'MEX'
-- example:  from = 2025, to = 2026
-- returns:  month, imports_cad_m, exports_cad_m, balance_cad_m, imports_usd_m, exports_usd_m, balance_usd_m, imports_mxn_m, exports_mxn_m, balance_mxn_m, imports_change_pct, exports_change_pct, imports_12_months_cad_m, exports_12_months_cad_m, balance_12_months_cad_m, cad_per_usd, mxn_per_usd, vintage
-- always:   balance_cad_m = exports_cad_m - imports_cad_m and imports_cad_m >= 0 and (imports_12_months_cad_m is null or imports_12_months_cad_m >= imports_cad_m)

with months as (
    select
        month,
        imports_cad_m,
        exports_cad_m,
        vintage
    from goods_with_mexico_monthly
    where $partner = 'MEX'
    union all
    select
        month,
        imports_cad_m,
        exports_cad_m,
        vintage
    from goods_trade_monthly
    where partner = $partner and partner <> 'MEX'
),

compared as (
    select
        goods.month,
        goods.imports_cad_m,
        goods.exports_cad_m,
        goods.vintage,
        100 * (goods.imports_cad_m / before.imports_cad_m - 1) as imports_change_pct,
        100 * (goods.exports_cad_m / nullif(before.exports_cad_m, 0) - 1) as exports_change_pct,
        case when count(*) over twelve = 12 then sum(goods.imports_cad_m) over twelve end as imports_12_months_cad_m,
        case when count(*) over twelve = 12 then sum(goods.exports_cad_m) over twelve end as exports_12_months_cad_m
    from months as goods
    left join months as before on goods.month = before.month + interval 1 year
    window twelve as (order by goods.month range between interval 11 month preceding and current row)
)

select
    goods.month,
    goods.imports_cad_m,
    goods.exports_cad_m,
    goods.exports_cad_m - goods.imports_cad_m as balance_cad_m,
    goods.imports_cad_m / rates.cad_per_usd as imports_usd_m,
    goods.exports_cad_m / rates.cad_per_usd as exports_usd_m,
    (goods.exports_cad_m - goods.imports_cad_m) / rates.cad_per_usd as balance_usd_m,
    goods.imports_cad_m * rates.mxn_per_cad as imports_mxn_m,
    goods.exports_cad_m * rates.mxn_per_cad as exports_mxn_m,
    (goods.exports_cad_m - goods.imports_cad_m) * rates.mxn_per_cad as balance_mxn_m,
    goods.imports_change_pct,
    goods.exports_change_pct,
    goods.imports_12_months_cad_m,
    goods.exports_12_months_cad_m,
    goods.exports_12_months_cad_m - goods.imports_12_months_cad_m as balance_12_months_cad_m,
    rates.cad_per_usd,
    rates.mxn_per_usd,
    goods.vintage
from compared as goods
left join exchange_rates_monthly as rates on goods.month = rates.month
where date_part('year', goods.month) between $from and $to
order by goods.month
