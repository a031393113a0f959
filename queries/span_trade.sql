-- question: Which years does the page on trade cover?
-- about:    First and last year with figures.
-- params:
-- example:
-- returns:  first_year, last_year
-- always:   first_year <= last_year

with covered as (
    select year
    from goods_trade_annual
    where reporter = 'CAN'
    union all
    select year(month) as year
    from goods_trade_monthly
)

select
    cast(min(year) as integer) as first_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
