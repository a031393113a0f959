-- question: What services do Canada and a country sell each other, year by year?
-- about:    Balance of payments, C$ m, by kind of service as Statistics Canada names it; its total is one of them. A flow that is suppressed is empty, and so is its balance. Kinds come with a refresh; a year of which months are missing is left out unless asked for; it says how many it has.
-- params:   country = 'MEX', from = 1980, to = 2100, kind = 'all', whole = 'yes'
-- choices:  kind = ['all', 'total', 'parts'], whole = ['yes', 'no', 'any']
-- example:  country = 'MEX', kind = 'total'
-- returns:  country, year, service, imports_cad_m, exports_cad_m, balance_cad_m, imports_to_exports, months_covered, suppressed, vintage, grade
-- always:   (balance_cad_m is null) = (imports_cad_m is null or exports_cad_m is null) and coalesce(abs(balance_cad_m - (exports_cad_m - imports_cad_m)) < 1e-6, true) and (not suppressed or balance_cad_m is null)

select
    country,
    year,
    service,
    max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
    max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
    max(value_cad_m) filter (where flow = 'exports')
    - max(value_cad_m) filter (where flow = 'imports') as balance_cad_m,
    max(value_cad_m) filter (where flow = 'imports')
    / nullif(max(value_cad_m) filter (where flow = 'exports'), 0) as imports_to_exports,
    max(months_covered) as months_covered,
    bool_or(suppressed) as suppressed,
    max(vintage) as vintage,
    max(grade) as grade
from services_trade_annual
where
    country = $country
    and year between $from and $to
    and ($whole = 'any' or ($whole = 'yes') = (months_covered = 12))
    and ($kind = 'all' or ($kind = 'total') = (service ilike 'total%'))
group by country, year, service
order by year, greatest(imports_cad_m, exports_cad_m) desc nulls last, service
