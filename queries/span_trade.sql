-- question: Which years does the page on trade cover, and with which does it open?
-- about:    First and last year with figures; it opens with the year before NAFTA.
-- params:
-- example:
-- returns:  first_year, opening_year, last_year
-- always:   first_year <= opening_year and opening_year <= last_year

with covered as (
    select year
    from goods_trade_annual
    where reporter = 'CAN'
    union all
    select year(month) as year
    from goods_with_mexico_monthly
)

select
    cast(min(year) as integer) as first_year,
    1993 as opening_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
