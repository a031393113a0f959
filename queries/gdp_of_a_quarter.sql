-- question: Did Canada's economy contract in the second quarter of a year?
-- about:    Real GDP against the first quarter, as Statistics Canada is quoted: plain and at an annual rate.
-- params:   year = 2025
-- example:  year = 2025
-- returns:  year, gdp_change_pct, gdp_annualized_pct, contracted
-- always:   contracted = (gdp_change_pct < 0)

select
    year,
    max(quoted_value) filter (where quantity = 'gdp_second_quarter') as gdp_change_pct,
    max(quoted_value) filter (where quantity = 'gdp_second_quarter_annual_rate') as gdp_annualized_pct,
    max(quoted_value) filter (where quantity = 'gdp_second_quarter') < 0 as contracted
from quoted_figures
where quantity in ('gdp_second_quarter', 'gdp_second_quarter_annual_rate') and country = 'CAN' and year = $year
group by year
order by year
