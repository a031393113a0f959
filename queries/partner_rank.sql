-- question: Who are Canada's largest goods trading partners in a period, and where does Mexico stand?
-- about:    Canada's customs basis, unadjusted, total exports; re-imports (partner CAN) are left out. What is ranked is given in other measures, too: at the consumer prices of a base year (each month by its own index), as a share of all partners, and beside the same months of the base year, which are 100.
-- engine:   duckdb
-- params:   first_month = '2025-01', last_month = '2025-12', top = 300, rank = 'two_way', base = 2025
-- choices:  rank = ['two_way', 'imports', 'exports']
-- example:  first_month = '2024-01', last_month = '2024-12'
-- returns:  partner, imports_cad_m, exports_cad_m, balance_cad_m, two_way_cad_m, two_way_share_pct, two_way_rank, imports_rank, exports_rank, partners, base_year, ranked_constant_cad_m, ranked_share_pct, ranked_index
-- always:   partner <> 'CAN' and two_way_cad_m = imports_cad_m + exports_cad_m and two_way_rank between 1 and partners and ranked_share_pct between 0 and 100

with months as (
    select
        goods.partner,
        goods.month,
        goods.imports_cad_m,
        goods.exports_cad_m,
        case when $rank <> 'exports' then goods.imports_cad_m else 0 end
        + case when $rank <> 'imports' then goods.exports_cad_m else 0 end as ranked_cad_m,
        worth.consumer_price_index / prices.consumer_price_index as worth
    from goods_trade_monthly as goods
    left join consumer_prices as prices on goods.month = prices.month
    left join yearly_prices as worth on worth.year = $base
    where goods.partner <> 'CAN'
),

added_up as (
    select
        partner,
        sum(imports_cad_m) as imports_cad_m,
        sum(exports_cad_m) as exports_cad_m,
        sum(ranked_cad_m) as ranked_cad_m,
        case when count(worth) = count(*) then sum(ranked_cad_m * worth) end as ranked_constant_cad_m,
        count(*) as months
    from months
    where month between cast($first_month || '-01' as date) and cast($last_month || '-01' as date)
    group by partner
),

-- The same months of the base year, where they are whole.
based as (
    select
        partner,
        sum(ranked_cad_m) as ranked_cad_m,
        count(*) as months
    from months
    where
        date_part('year', month) = $base
        and month(month) >= month(cast($first_month || '-01' as date))
        and month(month) <= month(cast($last_month || '-01' as date))
    group by partner
),

ranked as (
    select
        added_up.partner,
        added_up.imports_cad_m,
        added_up.exports_cad_m,
        added_up.exports_cad_m - added_up.imports_cad_m as balance_cad_m,
        added_up.imports_cad_m + added_up.exports_cad_m as two_way_cad_m,
        100 * (added_up.imports_cad_m + added_up.exports_cad_m)
        / nullif(sum(added_up.imports_cad_m + added_up.exports_cad_m) over (), 0) as two_way_share_pct,
        cast(rank() over (order by added_up.imports_cad_m + added_up.exports_cad_m desc) as integer) as two_way_rank,
        cast(rank() over (order by added_up.imports_cad_m desc) as integer) as imports_rank,
        cast(rank() over (order by added_up.exports_cad_m desc) as integer) as exports_rank,
        cast(count(*) over () as integer) as partners,
        case when based.partner is not null then cast($base as integer) end as base_year,
        added_up.ranked_constant_cad_m,
        100 * added_up.ranked_cad_m / nullif(sum(added_up.ranked_cad_m) over (), 0) as ranked_share_pct,
        100 * added_up.ranked_cad_m / nullif(based.ranked_cad_m, 0) as ranked_index
    from added_up
    left join based on added_up.partner = based.partner and added_up.months = based.months
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
    partners,
    base_year,
    ranked_constant_cad_m,
    ranked_share_pct,
    ranked_index
from ranked
where
    case $rank when 'imports' then imports_rank when 'exports' then exports_rank else two_way_rank end <= $top
    or partner = 'MEX'
order by case $rank when 'imports' then imports_rank when 'exports' then exports_rank else two_way_rank end, partner
