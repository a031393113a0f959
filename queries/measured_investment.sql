-- question: How large were direct investment positions with Mexico: at constant prices, as a share of all countries, beside a base year?
-- about:    Positions at year end, book value, the newest vintage of each year on the day `as_of`; an index is of one vintage only, since vintages are never joined. Constant prices are Canada's consumer price index (mean of the year): what the money would buy, no index of assets.
-- params:   direction = 'both', base = 2015, from = 1987, to = 2100, as_of = '2100-12-31'
-- example:  direction = 'outward', base = 2015, from = 2019, to = 2023
-- returns:  year, direction, series, base_year, position_cad_m, position_constant_cad_m, share_pct, position_index, consumer_price_index, vintage, grade
-- always:   coalesce(year <> base_year or abs(position_index - 100) < 1e-9, true) and share_pct <= 100

-- What was published by the day that is asked for.
with known as (
    select
        direction,
        country,
        year,
        position_cad_m,
        series,
        vintage,
        grade,
        row_number() over (
            partition by direction, country, year
            order by case series when 'quoted' then 0 else 1 end desc, vintage desc
        ) = 1 as is_newest
    from direct_investment
    where vintage <= $as_of
),

positions as (
    select
        year,
        direction,
        series,
        position_cad_m,
        vintage,
        grade,
        max(case when year = $base then position_cad_m end) over (partition by direction, series) as base_cad_m
    from known
    where country = 'MEX' and is_newest and position_cad_m is not null
),

world as (
    select
        year,
        direction,
        series,
        position_cad_m
    from known
    where country = 'WLD'
)

select
    positions.year,
    positions.direction,
    positions.series,
    case when positions.base_cad_m is not null then cast($base as integer) end as base_year,
    positions.position_cad_m,
    positions.position_cad_m * worth.consumer_price_index / prices.consumer_price_index as position_constant_cad_m,
    100 * positions.position_cad_m / world.position_cad_m as share_pct,
    100 * positions.position_cad_m / nullif(positions.base_cad_m, 0) as position_index,
    prices.consumer_price_index,
    positions.vintage,
    positions.grade
from positions
left join world
    on
        positions.year = world.year
        and positions.direction = world.direction
        and positions.series = world.series
left join yearly_prices as worth on worth.year = $base
left join yearly_prices as prices on positions.year = prices.year
where
    positions.year between $from and $to
    and ($direction = 'both' or positions.direction = $direction)
order by positions.direction desc, positions.year
