-- question: In which month of a span were most visitor visas approved for Mexican citizens?
-- params:   first_year = 2023, last_year = 2100
-- example:  first_year = 2024, last_year = 2024
-- returns:  month, visas
-- always:   visas > 0

select
    month,
    visas
from visitor_visas
where visas is not null and year(month) between $first_year and $last_year
order by visas desc, month
limit 1
