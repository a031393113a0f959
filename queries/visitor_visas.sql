-- question: How many visitor visas were approved for Mexican citizens each month?
-- about:    Rounded to five; suppressed months are empty, not zero.
-- params:   first_year = 2023, last_year = 2100
-- example:  first_year = 2024, last_year = 2024
-- returns:  month, visas, suppressed, applications_processed, vintage
-- always:   not suppressed or visas is null

select
    month,
    visas,
    suppressed,
    applications_processed,
    vintage
from visitor_visas
where year(month) between $first_year and $last_year
order by month
