-- question: What did Mexico record as its trade with a partner, month by month?
-- about:    Mexico's customs basis, US$; exports by buyer to 2001, by destination from 2002. Beside each month its change on the same month of the year before, the twelve months up to it added up (both empty where a month is missing), and an index: the mean month of the base year is 100.
-- params:   from = 1993, to = 2100, partner = 'CAN', base = 2010
-- example:  from = 2019, to = 2020
-- returns:  month, reporter, partner, base_year, imports_usd_m, exports_usd_m, balance_usd_m, imports_change_pct, exports_change_pct, imports_12_months_usd_m, exports_12_months_usd_m, balance_12_months_usd_m, imports_index, exports_index
-- always:   balance_usd_m = exports_usd_m - imports_usd_m and reporter = 'MEX' and (imports_12_months_usd_m is null or imports_12_months_usd_m >= imports_usd_m)

with months as (
    select
        month,
        reporter,
        partner,
        imports_usd_m,
        exports_usd_m
    from mexico_trade_monthly
    where partner = $partner
),

base as (
    select
        avg(imports_usd_m) as imports_usd_m,
        avg(exports_usd_m) as exports_usd_m
    from months
    where date_part('year', month) = $base
    having count(*) = 12
),

compared as (
    select
        goods.month,
        goods.reporter,
        goods.partner,
        goods.imports_usd_m,
        goods.exports_usd_m,
        100 * (goods.imports_usd_m / nullif(before.imports_usd_m, 0) - 1) as imports_change_pct,
        100 * (goods.exports_usd_m / nullif(before.exports_usd_m, 0) - 1) as exports_change_pct,
        case when count(*) over twelve = 12 then sum(goods.imports_usd_m) over twelve end as imports_12_months_usd_m,
        case when count(*) over twelve = 12 then sum(goods.exports_usd_m) over twelve end as exports_12_months_usd_m
    from months as goods
    left join months as before on goods.month = before.month + interval 1 year
    window twelve as (order by goods.month range between interval 11 month preceding and current row)
)

select
    goods.month,
    goods.reporter,
    goods.partner,
    case when base.imports_usd_m is not null then cast($base as integer) end as base_year,
    goods.imports_usd_m,
    goods.exports_usd_m,
    goods.exports_usd_m - goods.imports_usd_m as balance_usd_m,
    goods.imports_change_pct,
    goods.exports_change_pct,
    goods.imports_12_months_usd_m,
    goods.exports_12_months_usd_m,
    goods.exports_12_months_usd_m - goods.imports_12_months_usd_m as balance_12_months_usd_m,
    100 * goods.imports_usd_m / nullif(base.imports_usd_m, 0) as imports_index,
    100 * goods.exports_usd_m / nullif(base.exports_usd_m, 0) as exports_index
from compared as goods
left join base on true
where date_part('year', goods.month) between $from and $to
order by goods.month
