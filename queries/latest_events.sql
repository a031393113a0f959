-- question: What happened last between Canada and Mexico?
-- params:   top = 5
-- example:  top = 5
-- returns:  event, date, date_precision, category, effect, intensity, confidence, title_en, title_fr, title_es, source_url
-- always:   intensity between 1 and 3

select
    event,
    date,
    date_precision,
    category,
    effect,
    intensity,
    confidence,
    title_en,
    title_fr,
    title_es,
    source_url
from events
order by date desc, event desc
limit $top
