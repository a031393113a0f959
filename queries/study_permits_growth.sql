-- question: By how much has the stock of Mexicans with a valid study permit grown between two years?
-- about:    Permits valid on 31 December (IRCC); empty where either year is not published here.
-- params:   from = 2019, to = 2023
-- example:  from = 2019, to = 2023
-- returns:  first_year, last_year, permits, change_pct
-- always:   permits >= 0

select
    base.year as first_year,
    later.year as last_year,
    later.permits,
    100 * (later.permits / base.permits - 1) as change_pct
from study_permits as base
inner join study_permits as later
    on base.country = later.country and base.measure = later.measure and later.year = $to
where base.country = 'MEX' and base.measure = 'stock' and base.year = $from
order by base.year
