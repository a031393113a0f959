-- question: How large are direct investment positions between Canada and a country?
-- about:    Positions at year end, book value, immediate investor; the series column tells where the break lies. Years that several vintages have are shown as the newest of a day has them, or in all of them; what is quoted gives way to what is published.
-- params:   from = 1987, to = 2100, country = 'MEX', direction = 'both', vintages = 'newest', as_of = '2100-12-31'
-- choices:  vintages = ['newest', 'all']
-- example:  from = 2019, to = 2024, country = 'MEX', direction = 'outward'
-- returns:  year, country, direction, position_cad_m, world_position_cad_m, share_pct, change_pct, rank, countries, suppressed, series, is_newest, vintage, grade
-- always:   share_pct <= 100 and (rank is null or rank between 1 and countries)

-- What was published by the day that is asked for.
with known as (
    select
        direction,
        country,
        year,
        position_cad_m,
        suppressed,
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

ranked as (
    select
        direction,
        year,
        series,
        country,
        cast(rank() over (partition by direction, year order by position_cad_m desc) as integer) as rank,
        cast(count(*) over (partition by direction, year) as integer) as countries
    from known
    where series = 'statcan_table' and country not in ('WLD', 'XXX') and position_cad_m is not null
)

select
    positions.year,
    positions.country,
    positions.direction,
    positions.position_cad_m,
    world.position_cad_m as world_position_cad_m,
    100 * positions.position_cad_m / world.position_cad_m as share_pct,
    case
        when previous.position_cad_m > 0 then 100 * (positions.position_cad_m / previous.position_cad_m - 1)
    end as change_pct,
    ranked.rank,
    ranked.countries,
    positions.suppressed,
    positions.series,
    positions.is_newest,
    positions.vintage,
    positions.grade
from known as positions
left join known as world
    on
        positions.direction = world.direction
        and positions.year = world.year
        and positions.series = world.series
        and world.country = 'WLD'
left join known as previous
    on
        positions.direction = previous.direction
        and positions.year = previous.year + 1
        and positions.series = previous.series
        and positions.country = previous.country
left join ranked
    on
        positions.direction = ranked.direction
        and positions.year = ranked.year
        and positions.series = ranked.series
        and positions.country = ranked.country
where
    positions.country = $country
    and positions.year between $from and $to
    and ($direction = 'both' or positions.direction = $direction)
    and ($vintages = 'all' or positions.is_newest)
order by positions.direction desc, positions.year, positions.vintage
