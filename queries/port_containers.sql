-- question: How many containers do Manzanillo, and Montréal and Vancouver together, handle in a year?
-- about:    As the ports are quoted, in millions of twenty-foot equivalents (TEU); the sum of the two Canadian ports is ours.
-- params:   year = 2024
-- example:  year = 2024
-- returns:  year, manzanillo_teu_m, montreal_vancouver_teu_m, manzanillo_more
-- always:   manzanillo_more = (manzanillo_teu_m > montreal_vancouver_teu_m)

select
    year,
    sum(quoted_value) filter (where country = 'MEX') as manzanillo_teu_m,
    sum(quoted_value) filter (where country = 'CAN') as montreal_vancouver_teu_m,
    sum(quoted_value) filter (where country = 'MEX')
    > sum(quoted_value) filter (where country = 'CAN') as manzanillo_more
from quoted_figures
where quantity = 'port_containers' and year = $year
group by year
order by year
