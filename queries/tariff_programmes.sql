-- question: How much of a country's effective U.S. tariff rate comes from each programme on a date?
-- about:    Points of the rate, for every country asked for and every programme that charges any of them something, base duty included; law_rate_pct is by law, the same where nothing is supposed; static, on fixed 2024 trade.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN', 'MEX']
-- returns:  partner, programme, effective_rate_pct, law_rate_pct, country_rate_pct, duty_usd_m, scenario
-- always:   effective_rate_pct <= country_rate_pct + 1e-9 and duty_usd_m >= 0

with parts as (
    select
        partner,
        sector,
        authority,
        programme,
        0 as imports_usd_m,
        duty_usd_m as law_usd_m,
        0 as duty_usd_m
    from tariff_law($date, $partner, 'kept')
    union all
    select
        partner,
        sector,
        authority,
        programme,
        imports_usd_m,
        0 as law_usd_m,
        duty_usd_m
    from tariff_charged($date, $partner, $cusma, $claims, $content, $override)
),

charged as (
    select
        partner,
        programme,
        sum(duty_usd_m) as duty_usd_m,
        sum(law_usd_m) as law_usd_m,
        sum(imports_usd_m) as imports_usd_m
    from parts
    where
        ($sector = ['all'] or list_contains($sector, sector))
        and (authority = 'mfn' or $authority = ['all'] or list_contains($authority, authority))
    group by partner, programme
),

countries as (
    select
        partner,
        sum(duty_usd_m) as duty_usd_m,
        sum(imports_usd_m) as imports_usd_m
    from charged
    group by partner
),

programmes as (
    select
        programme,
        sum(duty_usd_m) as duty_usd_m
    from charged
    group by programme
    having sum(duty_usd_m) + sum(law_usd_m) > 0
)

select
    countries.partner,
    programmes.programme,
    100 * coalesce(charged.duty_usd_m, 0) / countries.imports_usd_m as effective_rate_pct,
    100 * coalesce(charged.law_usd_m, 0) / countries.imports_usd_m as law_rate_pct,
    100 * countries.duty_usd_m / countries.imports_usd_m as country_rate_pct,
    coalesce(charged.duty_usd_m, 0) as duty_usd_m,
    tariff_scenario($cusma, $claims, $content, $override) as scenario
from countries
cross join programmes
left join charged on countries.partner = charged.partner and programmes.programme = charged.programme
where countries.imports_usd_m > 0
order by country_rate_pct desc, countries.partner, programmes.duty_usd_m desc, programmes.programme
