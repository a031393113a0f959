-- question: What strained the relation between Canada and Mexico, and what repaired it?
-- about:    Intensity is a judgement with its reason; an event is a mark in time, never a cause.
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', lang = 'en'
-- example:  from = 2024, to = 2026, effect = ['strain'], text = 'visa'
-- returns:  event, date, date_precision, category, actors, effect, intensity, scope, confidence, title, summary, reason, note, source_title, source_url, source_locator
-- always:   intensity between 1 and 3 and effect in ('strain', 'repair', 'neutral')

with searched as (
    select
        code as event,
        string_agg(words, ' ' order by lang, text_kind) as words
    from texts
    where text_kind in ('event_title', 'event_summary')
    group by code
)

select
    events.event,
    events.date,
    events.date_precision,
    events.category,
    events.actors,
    events.effect,
    events.intensity,
    events.scope,
    events.confidence,
    titles.words as title,
    summaries.words as summary,
    reasons.words as reason,
    coalesce(notes.words, '') as note,
    events.source_title,
    events.source_url,
    events.source_locator
from events
inner join searched on events.event = searched.event
inner join texts as titles on titles.text_kind = 'event_title' and events.event = titles.code and titles.lang = $lang
inner join texts as summaries
    on summaries.text_kind = 'event_summary' and events.event = summaries.code and summaries.lang = $lang
inner join texts as reasons
    on reasons.text_kind = 'event_reason' and events.event = reasons.code and reasons.lang = $lang
left join texts as notes on notes.text_kind = 'event_note' and events.event = notes.code and notes.lang = $lang
where
    year(events.date) between $from and $to
    and (list_contains($category, 'all') or list_contains($category, events.category))
    and (list_contains($actor, 'all') or list_has_any(string_split(events.actors, ';'), $actor))
    and (list_contains($effect, 'all') or list_contains($effect, events.effect))
    and (list_contains($scope, 'all') or list_contains($scope, events.scope))
    and (list_contains($confidence, 'all') or list_contains($confidence, events.confidence))
    and ($text = '' or contains(lower(strip_accents(searched.words)), lower(strip_accents($text))))
order by events.date, events.event
