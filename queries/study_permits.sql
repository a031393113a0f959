-- question: How many citizens of a country hold a Canadian study permit?
-- about:    Two measures, never mixed: stock on 31 December, flow of the year; persons, rounded to five.
-- params:   from = 2000, to = 2100, measure = 'both', country = 'MEX'
-- choices:  measure = ['both', 'stock', 'flow']
-- example:  from = 2019, to = 2024, measure = 'both', country = 'MEX'
-- returns:  year, measure, country, permits, world_permits, share_pct, rank, countries, months_covered, is_partial, suppressed, vintage
-- always:   share_pct <= 100 and (rank is null or rank between 1 and countries) and is_partial = (months_covered < 12) and (not suppressed or permits is null)

with ranked as (
    select
        measure,
        year,
        country,
        cast(rank() over (partition by measure, year order by permits desc) as integer) as rank,
        cast(count(*) over (partition by measure, year) as integer) as countries
    from study_permits
    where country not in ('WLD', 'XXX') and permits is not null
)

select
    permits.year,
    permits.measure,
    permits.country,
    permits.permits,
    world.permits as world_permits,
    100e0 * permits.permits / world.permits as share_pct,
    ranked.rank,
    ranked.countries,
    permits.months_covered,
    permits.months_covered < 12 as is_partial,
    permits.suppressed,
    permits.vintage
from study_permits as permits
left join study_permits as world
    on permits.measure = world.measure and permits.year = world.year and world.country = 'WLD'
left join ranked
    on permits.measure = ranked.measure and permits.year = ranked.year and permits.country = ranked.country
where
    permits.country = $country
    and permits.year between $from and $to
    and ($measure = 'both' or permits.measure = $measure)
order by permits.measure desc, permits.year
