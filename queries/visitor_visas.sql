-- question: How many visitor visas were approved for Mexican citizens each month?
-- about:    Rounded to five; suppressed months are empty, not zero.
-- params:   from = 2023, to = 2100
-- example:  from = 2024, to = 2024
-- returns:  month, visas, suppressed, applications_processed, vintage
-- always:   not suppressed or visas is null

select
    month,
    visas,
    suppressed,
    applications_processed,
    vintage
from visitor_visas
where year(month) between $from and $to
order by month
