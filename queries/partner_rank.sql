-- question: Who are Canada's largest goods trading partners in a period, and where does Mexico stand?
-- about:    Canada's customs basis, unadjusted, total exports; re-imports (partner CAN) are left out.
-- params:   first_month = '2025-01', last_month = '2025-12', top = 300, rank = 'two_way'
-- choices:  rank = ['two_way', 'imports', 'exports']
-- example:  first_month = '2024-01', last_month = '2024-12'
-- returns:  partner, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, two_way_share_pct, two_way_rank, imports_rank, exports_rank, partners
-- always:   partner <> 'CAN' and two_way_cad_m = imports_cad_m + exports_cad_m and two_way_rank between 1 and partners

with added_up as (
    select
        partner,
        sum(imports_cad_m) as imports_cad_m,
        sum(exports_cad_m) as exports_cad_m
    from goods_trade_monthly
    where
        partner <> 'CAN'
        and month between cast($first_month || '-01' as date) and cast($last_month || '-01' as date)
    group by partner
),

ranked as (
    select
        partner,
        imports_cad_m,
        exports_cad_m,
        exports_cad_m - imports_cad_m as balance_cad_m,
        imports_cad_m + exports_cad_m as two_way_cad_m,
        100 * (imports_cad_m + exports_cad_m) / sum(imports_cad_m + exports_cad_m) over () as two_way_share_pct,
        cast(rank() over (order by imports_cad_m + exports_cad_m desc) as integer) as two_way_rank,
        cast(rank() over (order by imports_cad_m desc) as integer) as imports_rank,
        cast(rank() over (order by exports_cad_m desc) as integer) as exports_rank,
        cast(count(*) over () as integer) as partners
    from added_up
)

select
    partner,
    imports_cad_m,
    exports_cad_m,
    balance_cad_m,
    two_way_cad_m,
    two_way_share_pct,
    two_way_rank,
    imports_rank,
    exports_rank,
    partners
from ranked
where
    case $rank when 'imports' then imports_rank when 'exports' then exports_rank else two_way_rank end <= $top
    or partner = 'MEX'
order by case $rank when 'imports' then imports_rank when 'exports' then exports_rank else two_way_rank end, partner
