-- question: In which month of a span were most visitor visas approved for Mexican citizens?
-- params:   from = 2023, to = 2100
-- example:  from = 2024, to = 2024
-- returns:  month, visas
-- always:   visas > 0

select
    month,
    visas
from visitor_visas
where visas is not null and date_part('year', month) between $from and $to
order by visas desc, month
limit 1
