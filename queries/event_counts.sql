-- question: How many strains and repairs are there in a span of years?
-- about:    Steps of one act (its order, its start) count once, in the year in which the first of them falls. An act with steps in the relation itself and in the wider field counts in both.
-- engine:   duckdb
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', chapter = 'all', lang = 'en'
-- example:  from = 1944, to = 2026
-- returns:  effect, acts, relation_acts, wider_acts, events, strongest, first_date, last_date, peak_year, peak_acts
-- always:   acts > 0 and acts <= events and strongest <= acts and greatest(relation_acts, wider_acts) <= acts and acts <= relation_acts + wider_acts and peak_acts between 1 and acts

with acts as (
    select
        events.effect,
        count(*) as events,
        bool_or(events.scope = 'canada-mexico') as is_relation,
        bool_or(events.scope <> 'canada-mexico') as is_wider,
        max(events.intensity) as intensity,
        min(events.date) as first_date,
        max(events.date) as last_date,
        count(*) over (partition by events.effect, year(min(events.date))) as in_year
    from events
    inner join events_found($from, $to, $category, $actor, $effect, $scope, $confidence, $text, $chapter, $lang) as kept
        on events.event = kept.event
    group by events.effect, events.act
)

select
    effect,
    cast(count(*) as integer) as acts,
    cast(count(*) filter (where is_relation) as integer) as relation_acts,
    cast(count(*) filter (where is_wider) as integer) as wider_acts,
    cast(sum(events) as integer) as events,
    cast(count(*) filter (where intensity = 3) as integer) as strongest,
    min(first_date) as first_date,
    max(last_date) as last_date,
    cast(max_by(year(first_date), in_year * 10000 + year(first_date)) as integer) as peak_year,
    cast(max(in_year) as integer) as peak_acts
from acts
group by effect
order by effect desc
