-- question: Which years does the page on events cover?
-- about:    First and last year with figures, and the year it opens with: that in which the visa went and the new agreement came into sight.
-- params:
-- example:
-- returns:  first_year, opening_year, last_year
-- always:   first_year <= opening_year and opening_year <= last_year

with covered as (
    select year(date) as year
    from events
)

select
    cast(min(year) as integer) as first_year,
    2016 as opening_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
