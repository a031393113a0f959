-- question: How many strains and repairs are there in a span of years?
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = ''
-- example:  from = 1944, to = 2026
-- returns:  effect, events, strongest, first_date, last_date
-- always:   events > 0 and strongest <= events

with searched as (
    select
        code as event,
        string_agg(words, ' ' order by lang, text_kind) as words
    from texts
    where text_kind in ('event_title', 'event_summary')
    group by code
)

select
    events.effect,
    cast(count(*) as integer) as events,
    cast(count(*) filter (where events.intensity = 3) as integer) as strongest,
    min(events.date) as first_date,
    max(events.date) as last_date
from events
inner join searched on events.event = searched.event
where
    year(events.date) between $from and $to
    and (list_contains($category, 'all') or list_contains($category, events.category))
    and (list_contains($actor, 'all') or list_has_any(string_split(events.actors, ';'), $actor))
    and (list_contains($effect, 'all') or list_contains($effect, events.effect))
    and (list_contains($scope, 'all') or list_contains($scope, events.scope))
    and (list_contains($confidence, 'all') or list_contains($confidence, events.confidence))
    and ($text = '' or contains(lower(strip_accents(searched.words)), lower(strip_accents($text))))
group by events.effect
order by events.effect desc
