-- question: In which months do study permits become effective?
-- about:    Persons per month, rounded to five, and their share of all nationalities; months do not add up to years.
-- params:   from = 2015, to = 2100, country = 'MEX'
-- example:  from = 2023, to = 2025, country = 'MEX'
-- returns:  year, month_of_year, month, permits, share_pct, suppressed, vintage
-- always:   month_of_year between 1 and 12 and (not suppressed or permits is null) and coalesce(share_pct between 0 and 100, true)

select
    cast(year(permits.month) as integer) as year,
    cast(month(permits.month) as integer) as month_of_year,
    permits.month,
    permits.permits,
    100e0 * permits.permits / world.permits as share_pct,
    permits.suppressed,
    permits.vintage
from study_permits_monthly as permits
left join study_permits_monthly as world on permits.month = world.month and world.country = 'WLD'
where permits.country = $country and date_part('year', permits.month) between $from and $to
order by permits.month
