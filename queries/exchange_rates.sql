-- question: At which annual average rates are amounts converted?
-- params:   first_year = 1971, last_year = 2100
-- example:  first_year = 2023, last_year = 2025
-- returns:  year, cad_per_usd, mxn_per_usd, mxn_per_cad
-- always:   cad_per_usd > 0

select
    year,
    cad_per_usd,
    mxn_per_usd,
    mxn_per_cad
from exchange_rates_annual
where year between $first_year and $last_year
order by year
