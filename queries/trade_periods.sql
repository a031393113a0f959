-- question: For which years are Canada's months by partner at hand, and are they whole?
-- params:
-- example:
-- returns:  year, first_month, last_month, months, is_partial
-- always:   months between 1 and 12 and is_partial = (months < 12)

select
    cast(year(month) as integer) as year,
    min(month) as first_month,
    max(month) as last_month,
    cast(count(distinct month) as integer) as months,
    count(distinct month) < 12 as is_partial
from goods_trade_monthly
group by year(month)
order by year(month)
