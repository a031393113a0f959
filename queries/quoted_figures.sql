-- question: Which figures do governments and the press quote?
-- about:    Shown beside the official series, and held against claims where no series is at hand.
-- params:   topic = 'all', quantity = 'all', from = 1970, to = 2100, lang = 'en'
-- example:  topic = 'investment', quantity = 'outward_position'
-- returns:  figure, topic, quantity, country, year, quoted_value, unit, precision, who, source_url, grade, note
-- always:   quoted_value > 0 or unit = 'CHANGE'

select
    quotes.figure,
    quotes.topic,
    quotes.quantity,
    quotes.country,
    quotes.year,
    quotes.quoted_value,
    quotes.unit,
    quotes.precision,
    speakers.words as who,
    quotes.source_url,
    quotes.grade,
    coalesce(notes.words, '') as note
from quoted_figures as quotes
inner join texts as speakers
    on speakers.text_kind = 'quote_who' and quotes.figure = speakers.code and speakers.lang = $lang
left join texts as notes on notes.text_kind = 'quote_note' and quotes.figure = notes.code and notes.lang = $lang
where
    ($topic = 'all' or quotes.topic = $topic)
    and ($quantity = 'all' or quotes.quantity = $quantity)
    and quotes.year between $from and $to
order by quotes.topic, quotes.quantity, quotes.year, quotes.figure
