-- question: How do the latest twelve months of goods trade compare with the twelve before?
-- about:    Canada's customs basis, unadjusted, total exports.
-- params:   partner = 'MEX'
-- example:  partner = 'MEX'
-- returns:  period, first_month, last_month, months, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, imports_change_pct, exports_change_pct
-- always:   months = 12 and balance_cad_m = exports_cad_m - imports_cad_m

with ranked as (
    select
        month,
        imports_cad_m,
        exports_cad_m,
        row_number() over (order by month desc) as months_back
    from goods_trade_monthly
    where partner = $partner
),

spans as (
    select
        case when months_back <= 12 then 'latest' else 'before' end as period,
        min(month) as first_month,
        max(month) as last_month,
        cast(count(*) as integer) as months,
        sum(imports_cad_m) as imports_cad_m,
        sum(exports_cad_m) as exports_cad_m
    from ranked
    where months_back <= 24
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
    100 * (imports_cad_m / lag(imports_cad_m) over (order by first_month) - 1) as imports_change_pct,
    100 * (exports_cad_m / lag(exports_cad_m) over (order by first_month) - 1) as exports_change_pct
from spans
order by first_month desc
