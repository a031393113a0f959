-- question: Which years does the page on events cover?
-- about:    First and last year with figures.
-- params:
-- example:
-- returns:  first_year, last_year
-- always:   first_year <= last_year

with covered as (
    select year(date) as year
    from events
)

select
    cast(min(year) as integer) as first_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
