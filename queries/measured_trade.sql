-- question: How large was trade with Mexico each year: at constant prices, as a share of a total, beside a base year?
-- about:    Goods (customs), services (balance of payments), farm and food, or chosen sectors under a lens. Constant prices are Canada's consumer price index (all items, mean of twelve months): a consumer deflator, no index of trade prices; for C$ only. The total is Canada's trade with all countries (goods, services) or its goods trade with Mexico (food, sectors). Years that are not whole are left out.
-- params:   series = 'goods', base = 2010, from = 1962, to = 2100, sector = ['all'], lens = 'oecd'
-- choices:  series = ['goods', 'services', 'food', 'sectors']
-- example:  series = 'goods', base = 2025, from = 2020, to = 2025
-- returns:  year, base_year, imports_cad_m, exports_cad_m, imports_usd_m, exports_usd_m, imports_to_exports, imports_constant_cad_m, exports_constant_cad_m, balance_constant_cad_m, imports_of_total_pct, exports_of_total_pct, imports_index, exports_index, consumer_price_index, derived_currency, grade, vintage
-- always:   (imports_of_total_pct is null or imports_of_total_pct between 0 and 100) and coalesce(year <> base_year or abs(imports_index - 100) < 1e-9, true) and coalesce(year <> base_year or abs(imports_constant_cad_m - imports_cad_m) < 1e-6, true)

with goods as (
    select
        year,
        max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
        max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
        max(derived_currency) as derived_currency,
        max(grade) as grade,
        max(vintage) as vintage
    from goods_trade_annual
    where reporter = 'CAN' and value_cad_m is not null
    group by year
),

all_goods as (
    select
        cast(year(month) as integer) as year,
        sum(imports_cad_m) as total_imports,
        sum(exports_cad_m) as total_exports
    from goods_trade_adjusted
    where partner = 'WLD'
    group by year(month)
    having count(imports_cad_m) = 12 and count(exports_cad_m) = 12
),

services as (
    select
        country,
        year,
        max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
        max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
        max(grade) as grade,
        max(vintage) as vintage
    from services_trade_annual
    where months_covered = 12 and service ilike 'total%' and country in ('MEX', 'WLD')
    group by country, year
),

lens_goods as (
    select
        year,
        sum(value_cad_m) filter (where exporter = 'MEX') as total_imports_cad_m,
        sum(value_cad_m) filter (where exporter = 'CAN') as total_exports_cad_m,
        sum(value_usd_m) filter (where exporter = 'MEX') as total_imports_usd_m,
        sum(value_usd_m) filter (where exporter = 'CAN') as total_exports_usd_m
    from goods_by_sector
    where lens = $lens and is_goods
    group by year
),

chosen as (
    select
        year,
        sum(value_cad_m) filter (where exporter = 'MEX') as imports_cad_m,
        sum(value_cad_m) filter (where exporter = 'CAN') as exports_cad_m,
        sum(value_usd_m) filter (where exporter = 'MEX') as imports_usd_m,
        sum(value_usd_m) filter (where exporter = 'CAN') as exports_usd_m,
        max(grade) as grade,
        max(vintage) as vintage
    from goods_by_sector
    where lens = $lens and (list_contains($sector, sector) or (list_contains($sector, 'all') and is_goods))
    group by year
),

every_series as (
    select
        'goods' as series,
        goods.year,
        goods.imports_cad_m,
        goods.exports_cad_m,
        null as imports_usd_m,
        null as exports_usd_m,
        goods.derived_currency,
        goods.grade,
        goods.vintage,
        all_goods.total_imports,
        all_goods.total_exports
    from goods
    left join all_goods on goods.year = all_goods.year
    union all
    select
        'services' as series,
        mexico.year,
        mexico.imports_cad_m,
        mexico.exports_cad_m,
        null as imports_usd_m,
        null as exports_usd_m,
        '' as derived_currency,
        mexico.grade,
        mexico.vintage,
        world.imports_cad_m as total_imports,
        world.exports_cad_m as total_exports
    from services as mexico
    left join services as world on mexico.year = world.year and world.country = 'WLD'
    where mexico.country = 'MEX'
    union all
    select
        'food' as series,
        food.year,
        food.imports_cad_m,
        food.exports_cad_m,
        null as imports_usd_m,
        null as exports_usd_m,
        '' as derived_currency,
        food.grade,
        food.vintage,
        goods.imports_cad_m as total_imports,
        goods.exports_cad_m as total_exports
    from farm_food_trade_annual as food
    left join goods on food.year = goods.year
    where food.partner = 'MEX'
    union all
    select
        'sectors' as series,
        chosen.year,
        chosen.imports_cad_m,
        chosen.exports_cad_m,
        chosen.imports_usd_m,
        chosen.exports_usd_m,
        '' as derived_currency,
        chosen.grade,
        chosen.vintage,
        coalesce(lens_goods.total_imports_cad_m, lens_goods.total_imports_usd_m) as total_imports,
        coalesce(lens_goods.total_exports_cad_m, lens_goods.total_exports_usd_m) as total_exports
    from chosen
    inner join lens_goods on chosen.year = lens_goods.year
),

asked as (
    select
        year,
        imports_cad_m,
        exports_cad_m,
        cast(imports_usd_m as double) as imports_usd_m,
        cast(exports_usd_m as double) as exports_usd_m,
        derived_currency,
        grade,
        vintage,
        total_imports,
        total_exports,
        coalesce(imports_cad_m, imports_usd_m) as imports,
        coalesce(exports_cad_m, exports_usd_m) as exports
    from every_series
    where series = $series
)

select
    asked.year,
    base.year as base_year,
    asked.imports_cad_m,
    asked.exports_cad_m,
    asked.imports_usd_m,
    asked.exports_usd_m,
    asked.imports / nullif(asked.exports, 0) as imports_to_exports,
    asked.imports_cad_m * worth.consumer_price_index / prices.consumer_price_index as imports_constant_cad_m,
    asked.exports_cad_m * worth.consumer_price_index / prices.consumer_price_index as exports_constant_cad_m,
    (asked.exports_cad_m - asked.imports_cad_m) * worth.consumer_price_index / prices.consumer_price_index
        as balance_constant_cad_m,
    100 * asked.imports / asked.total_imports as imports_of_total_pct,
    100 * asked.exports / asked.total_exports as exports_of_total_pct,
    100 * asked.imports / base.imports as imports_index,
    100 * asked.exports / nullif(base.exports, 0) as exports_index,
    prices.consumer_price_index,
    asked.derived_currency,
    asked.grade,
    asked.vintage
from asked
left join asked as base on base.year = $base
left join yearly_prices as worth on worth.year = $base
left join yearly_prices as prices on asked.year = prices.year
where asked.year between $from and $to
order by asked.year
