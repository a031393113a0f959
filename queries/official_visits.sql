-- question: Who visited whom?
-- about:    Presidents and prime ministers of Canada and Mexico in each other's country since 2010, ministers in August 2025, and all trips abroad of López Obrador, as far as known.
-- engine:   duckdb
-- params:   first_day = '2010-01-01', last_day = '2100-12-31', visitor = '', host = 'all', office = 'all'
-- example:  first_day = '2025-08-01', last_day = '2025-08-31', host = 'MEX', office = 'minister'
-- returns:  visit, date, date_precision, visitor, office, visiting_from, host, place, source_title, source_url
-- always:   visiting_from <> host

select
    visit,
    date,
    date_precision,
    visitor,
    office,
    visiting_from,
    host,
    place,
    source_title,
    source_url
from official_visits
where
    date between cast($first_day as date) and cast($last_day as date)
    and ($visitor = '' or contains(lower(strip_accents(visitor)), lower(strip_accents($visitor))))
    and ($host = 'all' or host = $host)
    and ($office = 'all' or office = $office)
order by date, visit
