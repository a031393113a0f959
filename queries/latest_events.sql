-- question: What happened last between Canada and Mexico?
-- about:    The newest events of a choice up to a date, the newest first; what is still to come is not among them.
-- engine:   duckdb
-- params:   date = '2100-12-31', from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', chapter = 'all', top = 5, lang = 'en'
-- example:  date = '2025-12-31', top = 5
-- returns:  event, date, date_precision, category, effect, intensity, scope, confidence, title, summary, source_title, source_url
-- always:   intensity between 1 and 3

select
    events.event,
    events.date,
    events.date_precision,
    events.category,
    events.effect,
    events.intensity,
    events.scope,
    events.confidence,
    titles.words as title,
    summaries.words as summary,
    events.source_title,
    events.source_url
from events
inner join events_found($from, $to, $category, $actor, $effect, $scope, $confidence, $text, $chapter, $lang) as found
    on events.event = found.event
inner join texts as titles on titles.text_kind = 'event_title' and events.event = titles.code and titles.lang = $lang
inner join texts as summaries
    on summaries.text_kind = 'event_summary' and events.event = summaries.code and summaries.lang = $lang
where events.date <= cast($date as date)
order by events.date desc, events.event desc
limit $top
