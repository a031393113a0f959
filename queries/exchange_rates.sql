-- question: At which annual average rates are amounts converted?
-- params:   from = 1971, to = 2100
-- example:  from = 2023, to = 2025
-- returns:  year, cad_per_usd, mxn_per_usd, mxn_per_cad
-- always:   cad_per_usd > 0

select
    year,
    cad_per_usd,
    mxn_per_usd,
    mxn_per_cad
from exchange_rates_annual
where year between $from and $to
order by year
