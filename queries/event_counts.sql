-- question: How many strains and repairs are there in a span of years?
-- about:    Steps of one act (its order, its start) count once, in the year in which the first of them falls.
-- engine:   duckdb
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', chapter = 'all', lang = 'en'
-- example:  from = 1944, to = 2026
-- returns:  effect, acts, events, strongest, first_date, last_date, peak_year, peak_acts
-- always:   acts > 0 and acts <= events and strongest <= acts and peak_acts between 1 and acts

with found as (
    select
        events.effect,
        events.act,
        events.intensity,
        events.date
    from events
    inner join events_found($from, $to, $category, $actor, $effect, $scope, $confidence, $text, $chapter, $lang) as kept
        on events.event = kept.event
),

begun as (
    select
        effect,
        act,
        year(min(date)) as year
    from found
    group by effect, act
),

by_year as (
    select
        effect,
        year,
        count(*) as acts
    from begun
    group by effect, year
),

peaks as (
    select
        effect,
        max_by(year, acts * 10000 + year) as year,
        max(acts) as acts
    from by_year
    group by effect
)

select
    found.effect,
    cast(count(distinct found.act) as integer) as acts,
    cast(count(*) as integer) as events,
    cast(count(distinct found.act) filter (where found.intensity = 3) as integer) as strongest,
    min(found.date) as first_date,
    max(found.date) as last_date,
    cast(peaks.year as integer) as peak_year,
    cast(peaks.acts as integer) as peak_acts
from found
inner join peaks on found.effect = peaks.effect
group by found.effect, peaks.year, peaks.acts
order by found.effect desc
