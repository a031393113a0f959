-- question: Which years does the page on people cover?
-- about:    First and last year with figures.
-- params:
-- example:
-- returns:  first_year, last_year
-- always:   first_year <= last_year

with covered as (
    select year
    from study_permits
    union all
    select year
    from asylum_claims
    union all
    select year(month) as year
    from visitor_visas
)

select
    cast(min(year) as integer) as first_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
