-- question: How did later releases revise the yearly flow of study permits?
-- about:    Persons, rounded to five, as printed in each release; the year of the release itself is partial.
-- params:   country = 'MEX', from = 2015, to = 2100, as_of = '2100-12-31'
-- example:  country = 'MEX'
-- returns:  country, year, vintage, permits, is_partial
-- always:   permits >= 0 and is_partial = (left(vintage, 4) = cast(year as varchar))

select
    country,
    year,
    vintage,
    permits,
    cast(left(vintage, 4) as integer) = year as is_partial
from study_permits_by_vintage
where
    country = $country
    and year between $from and $to
    and permits is not null
    and vintage <= $as_of
order by year, vintage
