-- question: Which years does the page on the two books cover, and with which does it open?
-- about:    First and last year with figures; it opens with the year before NAFTA.
-- params:
-- example:
-- returns:  first_year, opening_year, last_year
-- always:   first_year <= opening_year and opening_year <= last_year

with covered as (
    select year
    from goods_trade_annual
)

select
    cast(min(year) as integer) as first_year,
    1993 as opening_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
