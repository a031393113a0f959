-- question: From which countries do most study permit holders come?
-- about:    Persons, rounded to five; Mexico is always among the rows. An index has the base year at 100.
-- params:   year = 2023, measure = 'stock', top = 15, base = 2019
-- choices:  measure = ['stock', 'flow']
-- example:  year = 2023, measure = 'stock', top = 15
-- returns:  year, measure, country, permits, share_pct, base_year, permits_index, rank, countries, months_covered, is_partial, vintage
-- always:   country <> 'WLD' and rank between 1 and countries

with ranked as (
    select
        permits.year,
        permits.measure,
        permits.country,
        permits.permits,
        100e0 * permits.permits / world.permits as share_pct,
        case when based.permits is not null then cast($base as integer) end as base_year,
        100e0 * permits.permits / nullif(based.permits, 0) as permits_index,
        cast(rank() over (order by permits.permits desc) as integer) as rank,
        cast(count(*) over () as integer) as countries,
        permits.months_covered,
        permits.months_covered < 12 as is_partial,
        permits.vintage
    from study_permits as permits
    inner join study_permits as world
        on permits.measure = world.measure and permits.year = world.year and world.country = 'WLD'
    left join study_permits as based
        on
            permits.measure = based.measure
            and permits.country = based.country
            and permits.months_covered = based.months_covered
            and based.year = $base
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
    base_year,
    permits_index,
    rank,
    countries,
    months_covered,
    is_partial,
    vintage
from ranked
where rank <= $top or country = 'MEX'
order by rank, country
