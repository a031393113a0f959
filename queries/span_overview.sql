-- question: Which years does the page on everything at a glance cover?
-- about:    From the eve of NAFTA to the newest year of any lane.
-- params:
-- example:
-- returns:  first_year, last_year
-- always:   first_year <= last_year

with covered as (
    select year(month) as year
    from goods_trade_monthly
    union all
    select year
    from direct_investment
    where country = 'MEX'
    union all
    select year
    from study_permits
    union all
    select year(date) as year
    from events
)

select
    1993 as first_year,
    cast(max(year) as integer) as last_year
from covered
order by first_year
