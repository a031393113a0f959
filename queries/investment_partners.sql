-- question: In which countries is Canadian direct investment largest, or which invest most in Canada?
-- about:    Positions at year end, book value, immediate investor; Mexico is always among the rows.
-- params:   year = 2023, direction = 'outward', top = 15
-- example:  year = 2023, direction = 'outward', top = 15
-- returns:  year, direction, country, position_cad_m, share_pct, rank, countries, vintage, grade
-- always:   country <> 'WLD' and rank between 1 and countries

with ranked as (
    select
        positions.year,
        positions.direction,
        positions.country,
        positions.position_cad_m,
        100 * positions.position_cad_m / world.position_cad_m as share_pct,
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
            and world.country = 'WLD'
    where
        positions.series = 'statcan_table'
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
    share_pct,
    rank,
    countries,
    vintage,
    grade
from ranked
where rank <= $top or country = 'MEX'
order by rank, country
