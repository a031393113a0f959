-- question: How much duty did U.S. customs calculate on each partner's goods, year to date?
-- about:    Imports for consumption, US$ m, from January to the month; the European Union is one partner. Empty until the Census has been refreshed.
-- needs:    us_census
-- params:   from = 2013, to = 2100, months = 'all'
-- choices:  months = ['all', 'newest']
-- example:  from = 2024, to = 2026
-- returns:  month, partner, imports_to_date_usd_m, duty_to_date_usd_m, effective_rate_pct, vintage
-- always:   duty_to_date_usd_m between 0 and imports_to_date_usd_m and abs(effective_rate_pct - 100 * duty_to_date_usd_m / imports_to_date_usd_m) < 1e-9

select
    month,
    partner,
    sum(imports_to_date_usd_m) as imports_to_date_usd_m,
    sum(duty_to_date_usd_m) as duty_to_date_usd_m,
    100 * sum(duty_to_date_usd_m) / sum(imports_to_date_usd_m) as effective_rate_pct,
    max(vintage) as vintage
from us_duties_collected
where
    date_part('year', month) between $from and $to
    and ($months = 'all' or month = (select max(latest.month) from us_duties_collected as latest))
group by month, partner
order by month, partner
