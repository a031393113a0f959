-- question: In which countries is Canadian direct investment largest, or which invest most in Canada?
-- about:    Positions at year end, book value, immediate investor; Mexico is always among the rows. Constant prices are Canada's consumer price index (mean of the year), an index has the base year at 100, within the newest vintage; empty on a day before it, because no older one has all countries.
-- params:   year = 2023, direction = 'outward', top = 15, base = 2019, as_of = '2100-12-31'
-- example:  year = 2023, direction = 'outward', top = 15
-- returns:  year, direction, country, position_cad_m, position_constant_cad_m, share_pct, base_year, position_index, rank, countries, vintage, grade
-- always:   country <> 'WLD' and rank between 1 and countries

with ranked as (
    select
        positions.year,
        positions.direction,
        positions.country,
        positions.position_cad_m,
        positions.position_cad_m * worth.consumer_price_index / prices.consumer_price_index as position_constant_cad_m,
        100 * positions.position_cad_m / world.position_cad_m as share_pct,
        case when based.position_cad_m is not null then cast($base as integer) end as base_year,
        100 * positions.position_cad_m / nullif(based.position_cad_m, 0) as position_index,
        cast(rank() over (order by positions.position_cad_m desc) as integer) as rank,
        cast(count(*) over () as integer) as countries,
        positions.vintage,
        positions.grade
    from direct_investment as positions
    inner join direct_investment as world
        on
            positions.direction = world.direction
            and positions.year = world.year
            and positions.series = world.series
            and world.vintage <= $as_of
            and world.country = 'WLD'
    left join direct_investment as based
        on
            positions.direction = based.direction
            and positions.country = based.country
            and positions.series = based.series
            and based.vintage <= $as_of
            and based.year = $base
    left join yearly_prices as worth on worth.year = $base
    left join yearly_prices as prices on positions.year = prices.year
    where
        positions.series = 'statcan_table'
        and positions.vintage <= $as_of
        and positions.country not in ('WLD', 'XXX')
        and positions.position_cad_m is not null
        and positions.year = $year
        and positions.direction = $direction
)

select
    year,
    direction,
    country,
    position_cad_m,
    position_constant_cad_m,
    share_pct,
    base_year,
    position_index,
    rank,
    countries,
    vintage,
    grade
from ranked
where rank <= $top or country = 'MEX'
order by rank, country
