-- question: For which years are Canada's months by partner at hand, and are they whole?
-- params:   from = 1962, to = 2100
-- example:  from = 2024, to = 2025
-- returns:  year, first_month, last_month, months, is_partial, vintage
-- always:   months between 1 and 12 and is_partial = (months < 12)

select
    cast(year(month) as integer) as year,
    min(month) as first_month,
    max(month) as last_month,
    cast(count(distinct month) as integer) as months,
    count(distinct month) < 12 as is_partial,
    max(vintage) as vintage
from goods_trade_monthly
where date_part('year', month) between $from and $to
group by year(month)
order by year(month)
