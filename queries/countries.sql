-- question: Which countries do the tables know, and how are they called?
-- params:   lang = 'en'
-- example:
-- returns:  country, iso2, name
-- always:   length(country) = 3

select
    countries.country,
    countries.iso2,
    names.words as name
from countries
inner join texts as names on names.text_kind = 'country_name' and countries.country = names.code and names.lang = $lang
order by countries.country
