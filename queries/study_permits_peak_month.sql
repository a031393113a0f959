-- question: In which month of a span did most study permits of a country become effective?
-- params:   from = 2015, to = 2100, country = 'MEX'
-- example:  from = 2023, to = 2024
-- returns:  year, month_of_year, permits
-- always:   permits > 0 and month_of_year between 1 and 12

select
    cast(year(month) as integer) as year,
    cast(month(month) as integer) as month_of_year,
    permits
from study_permits_monthly
where country = $country and permits is not null and date_part('year', month) between $from and $to
order by permits desc, month
limit 1
