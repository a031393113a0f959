-- question: What services do Canada and a country sell each other, year by year?
-- about:    Balance of payments, C$ m, by kind of service as Statistics Canada names it; its total is one of them. A flow that is suppressed is empty, and so is its balance. Empty until the table has been refreshed.
-- needs:    statcan_services
-- params:   country = 'MEX', from = 1980, to = 2100, kind = 'all'
-- choices:  kind = ['all', 'total', 'parts']
-- example:  country = 'MEX', kind = 'total'
-- returns:  country, year, service, imports_cad_m, exports_cad_m, balance_cad_m, suppressed, vintage
-- always:   (balance_cad_m is null) = (imports_cad_m is null or exports_cad_m is null) and coalesce(abs(balance_cad_m - (exports_cad_m - imports_cad_m)) < 1e-6, true) and (not suppressed or balance_cad_m is null)

select
    country,
    year,
    service,
    max(value_cad_m) filter (where flow = 'imports') as imports_cad_m,
    max(value_cad_m) filter (where flow = 'exports') as exports_cad_m,
    exports_cad_m - imports_cad_m as balance_cad_m,
    bool_or(suppressed) as suppressed,
    max(vintage) as vintage
from services_trade_annual
where
    country = $country
    and year between $from and $to
    and ($kind = 'all' or ($kind = 'total') = (service ilike 'total%'))
group by country, year, service
order by year, greatest(imports_cad_m, exports_cad_m) desc nulls last, service
