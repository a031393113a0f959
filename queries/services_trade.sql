-- question: What services do Canada and a country sell each other, year by year?
-- about:    Balance of payments, C$ m, by kind of service as Statistics Canada names it. Empty until the table has been refreshed.
-- needs:    statcan_services
-- params:   country = 'MEX', first_year = 1980, last_year = 2100
-- example:  country = 'MEX'
-- returns:  country, year, service, flow, value_cad_m, suppressed, vintage
-- always:   suppressed = false or value_cad_m is null

select
    country,
    year,
    service,
    flow,
    value_cad_m,
    suppressed,
    vintage
from services_trade_annual
where country = $country and year between $first_year and $last_year
order by year, service, flow
