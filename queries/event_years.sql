-- question: How many strains and repairs began in each year?
-- about:    Steps of one act count once, in the year in which the first of them falls; years without any are left out.
-- engine:   duckdb
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', lang = 'en'
-- example:  from = 2024, to = 2026
-- returns:  year, strains, repairs
-- always:   strains >= 0 and repairs >= 0

with begun as (
    select
        events.act,
        events.effect,
        year(min(events.date)) as year
    from events
    inner join events_found($from, $to, $category, $actor, $effect, $scope, $confidence, $text, 'all', $lang) as found
        on events.event = found.event
    group by events.act, events.effect
)

select
    cast(year as integer) as year,
    cast(count(*) filter (where effect = 'strain') as integer) as strains,
    cast(count(*) filter (where effect = 'repair') as integer) as repairs
from begun
group by year
order by year
