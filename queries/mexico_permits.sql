-- question: How many permits of Mexican citizens became effective each month?
-- about:    Persons per month, rounded to five; months do not add up to unique persons of a year.
-- params:   stream = 'tfwp', first_year = 2015, last_year = 2100
-- example:  stream = 'tfwp', first_year = 2022, last_year = 2024
-- returns:  stream, month, persons, suppressed, vintage
-- always:   not suppressed or persons is null

select
    stream,
    month,
    persons,
    suppressed,
    vintage
from mexico_permits_monthly
where stream = $stream and year(month) between $first_year and $last_year
order by month
