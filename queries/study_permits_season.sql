-- question: In which months do study permits become effective?
-- about:    Persons per month, rounded to five; months do not add up to years.
-- params:   from = 2015, to = 2100, country = 'MEX'
-- example:  from = 2023, to = 2025, country = 'MEX'
-- returns:  year, month_of_year, month, permits, suppressed, vintage
-- always:   month_of_year between 1 and 12 and (not suppressed or permits is null)

select
    cast(year(month) as integer) as year,
    cast(month(month) as integer) as month_of_year,
    month,
    permits,
    suppressed,
    vintage
from study_permits_monthly
where country = $country and year(month) between $from and $to
order by month
