-- question: Which events mark a chart over time?
-- about:    The events that concern a subject, the strongest first, each with a few words for the chart: of those that have such words, at most one a year where a step is a year. A mark in time, never a cause.
-- params:   subject = 'relation', from = 1944, to = 2100, step = 'year', top = 6, lang = 'en'
-- choices:  subject = ['relation', 'trade', 'investment', 'people', 'tariffs'], step = ['year', 'day']
-- example:  subject = 'trade', from = 1993, to = 2026
-- returns:  event, year, date, date_precision, short, title, category, effect, intensity
-- always:   intensity between 1 and 3 and length(short) <= 30

with concerned as (
    select
        events.event,
        year(events.date) as year,
        events.date,
        events.date_precision,
        names.words as short,
        titles.words as title,
        events.category,
        events.effect,
        events.intensity,
        row_number() over (
            partition by case when $step = 'year' then cast(year(events.date) as varchar) else events.event end
            order by events.intensity desc, events.date, events.event
        ) as place_in_step
    from events
    inner join texts as names on names.text_kind = 'event_short' and events.event = names.code and names.lang = $lang
    inner join texts as titles
        on titles.text_kind = 'event_title' and events.event = titles.code and titles.lang = $lang
    where
        case $subject
            when 'trade' then events.category in ('agreement', 'trade', 'tariffs')
            when 'investment' then events.category in ('agreement', 'energy')
            when 'people' then events.category = 'migration'
            when 'tariffs' then events.category = 'tariffs'
            else true
        end
)

select
    event,
    year,
    date,
    date_precision,
    short,
    title,
    category,
    effect,
    intensity
from concerned
where place_in_step = 1 and year between $from and $to
order by intensity desc, date desc, event
limit $top
