-- question: How large was goods trade with Mexico month by month: at constant prices, as a share of Canada's total, beside a base year?
-- about:    Canada's customs basis, unadjusted, total exports. Constant prices are Canada's consumer price index of the month, in the prices of the mean month of the base year: a consumer deflator, no index of trade prices. A share is of the twelve months up to each one, because Canada's total is seasonally adjusted. An index is 100 at the mean month of the base year.
-- engine:   duckdb
-- params:   base = 2025, from = 1997, to = 2100
-- example:  base = 2025, from = 2026, to = 2026
-- returns:  month, base_year, imports_cad_m, exports_cad_m, imports_constant_cad_m, exports_constant_cad_m, balance_constant_cad_m, imports_12_months_constant_cad_m, exports_12_months_constant_cad_m, balance_12_months_constant_cad_m, imports_of_total_pct, exports_of_total_pct, imports_index, exports_index, consumer_price_index, vintage
-- always:   (imports_of_total_pct is null or imports_of_total_pct between 0 and 100) and (imports_12_months_constant_cad_m is null or imports_12_months_constant_cad_m >= imports_constant_cad_m)

with base as (
    select
        avg(imports_cad_m) as imports_cad_m,
        avg(exports_cad_m) as exports_cad_m
    from goods_with_mexico_monthly
    where date_part('year', month) = $base
    having count(*) = 12
),

at_prices as (
    select
        goods.month,
        goods.imports_cad_m,
        goods.exports_cad_m,
        goods.imports_cad_m * worth.consumer_price_index / prices.consumer_price_index as imports_constant_cad_m,
        goods.exports_cad_m * worth.consumer_price_index / prices.consumer_price_index as exports_constant_cad_m,
        world.imports_cad_m as all_imports_cad_m,
        world.exports_cad_m as all_exports_cad_m,
        prices.consumer_price_index,
        goods.vintage
    from goods_with_mexico_monthly as goods
    left join consumer_prices as prices on goods.month = prices.month
    left join yearly_prices as worth on worth.year = $base
    left join goods_trade_adjusted as world on goods.month = world.month and world.partner = 'WLD'
),

added_up as (
    select
        month,
        imports_cad_m,
        exports_cad_m,
        imports_constant_cad_m,
        exports_constant_cad_m,
        case when count(imports_constant_cad_m) over twelve = 12 then sum(imports_constant_cad_m) over twelve end
            as imports_12_months_constant_cad_m,
        case when count(exports_constant_cad_m) over twelve = 12 then sum(exports_constant_cad_m) over twelve end
            as exports_12_months_constant_cad_m,
        case
            when count(all_imports_cad_m) over twelve = 12
                then 100 * sum(imports_cad_m) over twelve / nullif(sum(all_imports_cad_m) over twelve, 0)
        end as imports_of_total_pct,
        case
            when count(all_exports_cad_m) over twelve = 12
                then 100 * sum(exports_cad_m) over twelve / nullif(sum(all_exports_cad_m) over twelve, 0)
        end as exports_of_total_pct,
        consumer_price_index,
        vintage
    from at_prices
    window twelve as (order by month range between interval 11 month preceding and current row)
)

select
    goods.month,
    case when base.imports_cad_m is not null then cast($base as integer) end as base_year,
    goods.imports_cad_m,
    goods.exports_cad_m,
    goods.imports_constant_cad_m,
    goods.exports_constant_cad_m,
    goods.exports_constant_cad_m - goods.imports_constant_cad_m as balance_constant_cad_m,
    goods.imports_12_months_constant_cad_m,
    goods.exports_12_months_constant_cad_m,
    goods.exports_12_months_constant_cad_m - goods.imports_12_months_constant_cad_m as balance_12_months_constant_cad_m,
    goods.imports_of_total_pct,
    goods.exports_of_total_pct,
    100 * goods.imports_cad_m / nullif(base.imports_cad_m, 0) as imports_index,
    100 * goods.exports_cad_m / nullif(base.exports_cad_m, 0) as exports_index,
    goods.consumer_price_index,
    goods.vintage
from added_up as goods
left join base on true
where date_part('year', goods.month) between $from and $to
order by goods.month
