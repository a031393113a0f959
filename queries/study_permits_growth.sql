-- question: By how much has the stock of Mexicans with a valid study permit grown between two years?
-- about:    Permits valid on 31 December (IRCC); empty where either year is not published here.
-- params:   first_year = 2019, last_year = 2023
-- example:  first_year = 2019, last_year = 2023
-- returns:  first_year, last_year, permits, change_pct
-- always:   permits >= 0

select
    base.year as first_year,
    later.year as last_year,
    later.permits,
    100 * (later.permits / base.permits - 1) as change_pct
from study_permits as base
inner join study_permits as later
    on base.country = later.country and base.measure = later.measure and later.year = $last_year
where base.country = 'MEX' and base.measure = 'stock' and base.year = $first_year
order by base.year
