-- question: Which sector lenses are at hand, and for which years?
-- about:    Canada's own customs by HS chapter first; it is there once CIMT has been refreshed.
-- params:
-- example:
-- returns:  lens, first_year, last_year
-- always:   first_year <= last_year

select
    lens,
    cast(min(year) as integer) as first_year,
    cast(max(year) as integer) as last_year
from goods_by_sector
group by lens
order by lens <> 'cimt', lens <> 'oecd', last_year desc
