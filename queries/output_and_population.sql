-- question: How large are countries, by output and by population?
-- about:    World Bank: gross domestic product at current US$, residents at mid-year. A year without one of them stays empty.
-- params:   country = 'all', from = 1960, to = 2100
-- example:  country = 'MEX', from = 2023, to = 2025
-- returns:  country, year, gdp_usd_m, population, gdp_per_person_usd, grade
-- always:   (gdp_per_person_usd is null or abs(gdp_per_person_usd * population - 1e6 * gdp_usd_m) < 1)

select
    country,
    year,
    gdp_usd_m,
    population,
    1e6 * gdp_usd_m / population as gdp_per_person_usd,
    grade
from economies
where year between $from and $to and ($country = 'all' or country = $country)
order by country, year
