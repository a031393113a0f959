-- question: Which figures do governments and the press quote?
-- about:    Never used to compute; shown beside the official series.
-- params:   topic = 'all', quantity = 'all', from = 1970, to = 2100
-- example:  topic = 'investment', quantity = 'outward_position'
-- returns:  figure, topic, quantity, country, year, quoted_value, unit, precision, who_en, who_fr, who_es, source_url, grade, note_en, note_fr, note_es
-- always:   quoted_value > 0

select
    figure,
    topic,
    quantity,
    country,
    year,
    quoted_value,
    unit,
    precision,
    who_en,
    who_fr,
    who_es,
    source_url,
    grade,
    note_en,
    note_fr,
    note_es
from quoted_figures
where
    ($topic = 'all' or topic = $topic)
    and ($quantity = 'all' or quantity = $quantity)
    and year between $from and $to
order by topic, quantity, year, figure
