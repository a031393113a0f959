-- question: How many permits of Mexican citizens became effective each month?
-- about:    Persons per month, rounded to five; months do not add up to unique persons of a year.
-- params:   stream = 'tfwp', from = 2015, to = 2100
-- example:  stream = 'tfwp', from = 2022, to = 2024
-- returns:  stream, month, persons, suppressed, vintage
-- always:   not suppressed or persons is null

select
    stream,
    month,
    persons,
    suppressed,
    vintage
from mexico_permits_monthly
where stream = $stream and date_part('year', month) between $from and $to
order by month
