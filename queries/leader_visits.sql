-- question: How many trips abroad did a leader make, and how many of them to Canada?
-- about:    Of the visits that are known; a country visited on the same tour counts as a trip of its own.
-- engine:   duckdb
-- params:   visitor = 'López Obrador'
-- example:  visitor = 'Peña Nieto'
-- returns:  visitor, visits, visits_to_canada, never_in_canada
-- always:   visits >= visits_to_canada and never_in_canada = (visits_to_canada = 0)

select
    visitor,
    cast(count(*) as integer) as visits,
    cast(count(*) filter (where host = 'CAN') as integer) as visits_to_canada,
    count(*) filter (where host = 'CAN') = 0 as never_in_canada
from official_visits
where contains(lower(strip_accents(visitor)), lower(strip_accents($visitor)))
group by visitor
order by visitor
