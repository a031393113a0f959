-- question: Which events mark the first picture of the front page?
-- about:    The two agreements, the visa of 2024 and the tariffs of 2025, each with a few words for the chart. A mark in time, never a cause.
-- params:   lang = 'en'
-- example:  lang = 'fr'
-- returns:  event, year, short, title, effect
-- always:   length(short) <= 30

select
    events.event,
    cast(year(events.date) as integer) as year,
    names.words as short,
    titles.words as title,
    events.effect
from events
inner join texts as names on names.text_kind = 'event_short' and events.event = names.code and names.lang = $lang
inner join texts as titles on titles.text_kind = 'event_title' and events.event = titles.code and titles.lang = $lang
where events.event in ('e005', 'e027', 'e042', 'e058')
order by events.date
