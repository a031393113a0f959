-- question: What strained the relation between Canada and Mexico, and what repaired it?
-- about:    Intensity is a judgement with its reason; an event is a mark in time, never a cause. Events with the same act are steps of one and count once.
-- engine:   duckdb
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', chapter = 'all', lang = 'en'
-- example:  from = 2024, to = 2026, effect = ['strain'], text = 'visa'
-- returns:  event, year, date, date_precision, category, actors, effect, intensity, scope, chapter, act, us_act, confidence, label, title, summary, reason, note, source_title, source_url, source_locator, grade
-- always:   intensity between 1 and 3 and effect in ('strain', 'repair', 'neutral') and (us_act = '' or (us_act = 'eases') = (effect = 'repair'))

select
    events.event,
    date_part('year', events.date) as year,
    events.date,
    events.date_precision,
    events.category,
    events.actors,
    events.effect,
    events.intensity,
    events.scope,
    found.chapter,
    events.act,
    events.us_act,
    events.confidence,
    case when events.intensity = 3 then coalesce(short.words, labels.words, '') else '' end as label,
    titles.words as title,
    summaries.words as summary,
    reasons.words as reason,
    coalesce(notes.words, '') as note,
    events.source_title,
    events.source_url,
    events.source_locator,
    events.grade
from events
inner join events_found(0, 9999, $category, $actor, $effect, $scope, $confidence, $text, $chapter, $lang) as found
    on events.event = found.event
inner join texts as titles on titles.text_kind = 'event_title' and events.event = titles.code and titles.lang = $lang
inner join texts as summaries
    on summaries.text_kind = 'event_summary' and events.event = summaries.code and summaries.lang = $lang
inner join texts as reasons
    on reasons.text_kind = 'event_reason' and events.event = reasons.code and reasons.lang = $lang
left join texts as notes on notes.text_kind = 'event_note' and events.event = notes.code and notes.lang = $lang
left join texts as short on short.text_kind = 'event_short' and events.event = short.code and short.lang = $lang
left join texts as labels on labels.text_kind = 'event_label' and events.event = labels.code and labels.lang = $lang
where date_part('year', events.date) between $from and $to
order by events.date, events.event
