-- question: How did later releases revise the yearly flow of study permits?
-- about:    Persons, rounded to five, as printed in each release.
-- params:   country = 'MEX', first_year = 2015, last_year = 2100
-- example:  country = 'MEX'
-- returns:  country, year, vintage, permits
-- always:   permits >= 0

select
    country,
    year,
    vintage,
    permits
from study_permits_by_vintage
where country = $country and year between $first_year and $last_year and permits is not null
order by year, vintage
