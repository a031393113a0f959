-- question: From which countries do most study permit holders come?
-- about:    Persons, rounded to five; Mexico is always among the rows.
-- params:   year = 2023, measure = 'stock', top = 15
-- choices:  measure = ['stock', 'flow']
-- example:  year = 2023, measure = 'stock', top = 15
-- returns:  year, measure, country, permits, share_pct, rank, countries, months_covered, is_partial, vintage
-- always:   country <> 'WLD' and rank between 1 and countries

with ranked as (
    select
        permits.year,
        permits.measure,
        permits.country,
        permits.permits,
        100.0 * permits.permits / world.permits as share_pct,
        cast(rank() over (order by permits.permits desc) as integer) as rank,
        cast(count(*) over () as integer) as countries,
        permits.months_covered,
        permits.months_covered < 12 as is_partial,
        permits.vintage
    from study_permits as permits
    inner join study_permits as world
        on permits.measure = world.measure and permits.year = world.year and world.country = 'WLD'
    where
        permits.country not in ('WLD', 'XXX')
        and permits.permits is not null
        and permits.year = $year
        and permits.measure = $measure
)

select
    year,
    measure,
    country,
    permits,
    share_pct,
    rank,
    countries,
    months_covered,
    is_partial,
    vintage
from ranked
where rank <= $top or country = 'MEX'
order by rank, country
