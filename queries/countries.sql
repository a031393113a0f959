-- question: Which countries do the tables know, and how are they called?
-- params:
-- example:
-- returns:  country, iso2, name_en, name_fr, name_es
-- always:   length(country) = 3

select
    country,
    iso2,
    name_en,
    name_fr,
    name_es
from countries
order by country
