-- question: What happened last between Canada and Mexico?
-- params:   top = 5, lang = 'en'
-- example:  top = 5
-- returns:  event, date, date_precision, category, effect, intensity, confidence, title, source_url
-- always:   intensity between 1 and 3

select
    events.event,
    events.date,
    events.date_precision,
    events.category,
    events.effect,
    events.intensity,
    events.confidence,
    titles.words as title,
    events.source_url
from events
inner join texts as titles on titles.text_kind = 'event_title' and events.event = titles.code and titles.lang = $lang
order by events.date desc, events.event desc
limit $top
