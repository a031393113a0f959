-- question: How do the latest twelve months of goods trade compare with the twelve before?
-- about:    Canada's customs basis, unadjusted, total exports; by the calendar, so a partner without trade in a month has fewer months and no change.
-- params:   partner = 'MEX'
-- example:  partner = 'MEX'
-- returns:  period, first_month, last_month, months, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_change_pct, exports_change_pct
-- always:   months between 1 and 12 and balance_cad_m = exports_cad_m - imports_cad_m

with months as (
    select
        month,
        imports_cad_m,
        exports_cad_m
    from goods_with_mexico_monthly
    where $partner = 'MEX'
    union all
    select
        month,
        imports_cad_m,
        exports_cad_m
    from goods_trade_monthly
    where partner = $partner and partner <> 'MEX'
),

latest as (
    select max(month) as last_month
    from goods_trade_monthly
    where $partner <> 'MEX'
    union all
    select max(month) as last_month
    from goods_with_mexico_monthly
    where $partner = 'MEX'
),

spans as (
    select
        case when goods.month > latest.last_month - interval 12 month then 'latest' else 'before' end as period,
        min(goods.month) as first_month,
        max(goods.month) as last_month,
        cast(count(*) as integer) as months,
        sum(goods.imports_cad_m) as imports_cad_m,
        sum(goods.exports_cad_m) as exports_cad_m
    from months as goods
    inner join latest on goods.month > latest.last_month - interval 24 month
    group by period
)

select
    period,
    first_month,
    last_month,
    months,
    imports_cad_m,
    exports_cad_m,
    exports_cad_m - imports_cad_m as balance_cad_m,
    imports_cad_m + exports_cad_m as two_way_cad_m,
    case
        when months = 12 and lag(months) over (order by first_month) = 12
            then 100 * (imports_cad_m / lag(imports_cad_m) over (order by first_month) - 1)
    end as imports_change_pct,
    case
        when months = 12 and lag(months) over (order by first_month) = 12
            then 100 * (exports_cad_m / lag(exports_cad_m) over (order by first_month) - 1)
    end as exports_change_pct
from spans
order by first_month desc
