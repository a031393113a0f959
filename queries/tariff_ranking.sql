-- question: How do countries rank by the effective U.S. tariff rate on a date, and how much comes from each of four groups of duties?
-- about:    Base duty; Section 232; the emergency orders and the surcharge of Section 122 that followed them; Sections 301 and 338. All four for each country, highest rate first; law_rate_pct and country_law_pct are by law, the same where nothing is supposed; assumed_pct and country_assumed_pct are the parts that rest on the assumed share of patented medicines; static, on fixed 2024 trade.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN', 'MEX']
-- returns:  partner, duty_group, effective_rate_pct, law_rate_pct, country_rate_pct, country_law_pct, assumed_pct, country_assumed_pct, duty_usd_m, country_duty_usd_m, country_duty_cad_m, country_law_usd_m, imports_usd_m, scenario
-- always:   effective_rate_pct <= country_rate_pct + 1e-9 and effective_rate_pct >= assumed_pct - 1e-9 and law_rate_pct <= country_law_pct + 1e-9

with parts as (
    select
        'law' as whose,
        partner,
        sector,
        authority,
        programme,
        imports_usd_m,
        duty_usd_m
    from tariff_law($date, $partner, 'kept')
    union all
    select
        'charged' as whose,
        partner,
        sector,
        authority,
        programme,
        imports_usd_m,
        duty_usd_m
    from tariff_charged($date, $partner, $cusma, $claims, $content, $override)
),

grouped as (
    select
        partner,
        case
            when authority = 'mfn' then 'base'
            when authority = 's232' then 's232'
            when authority in ('ieepa_fentanyl', 'ieepa_reciprocal', 'ieepa_other', 's122') then 'emergency'
            else 's301_338'
        end as duty_group,
        sum(case when whose = 'charged' then imports_usd_m else 0 end) as imports_usd_m,
        sum(case when whose = 'charged' then duty_usd_m else 0 end) as duty_usd_m,
        sum(case when whose = 'law' then duty_usd_m else 0 end) as law_usd_m,
        sum(case when whose = 'charged' and programme = 'pharma' then duty_usd_m else 0 end) as assumed_usd_m
    from parts
    where
        ($sector = ['all'] or list_contains($sector, sector))
        and (authority = 'mfn' or $authority = ['all'] or list_contains($authority, authority))
    group by partner, duty_group
),

countries as (
    select
        partner,
        sum(imports_usd_m) as imports_usd_m,
        sum(duty_usd_m) as duty_usd_m,
        sum(law_usd_m) as law_usd_m,
        sum(assumed_usd_m) as assumed_usd_m
    from grouped
    group by partner
),

every_group as (
    select unnest(['base', 's232', 'emergency', 's301_338']) as duty_group
)

select
    countries.partner,
    every_group.duty_group,
    100 * coalesce(grouped.duty_usd_m, 0) / countries.imports_usd_m as effective_rate_pct,
    100 * coalesce(grouped.law_usd_m, 0) / countries.imports_usd_m as law_rate_pct,
    100 * countries.duty_usd_m / countries.imports_usd_m as country_rate_pct,
    100 * countries.law_usd_m / countries.imports_usd_m as country_law_pct,
    100 * coalesce(grouped.assumed_usd_m, 0) / countries.imports_usd_m as assumed_pct,
    100 * countries.assumed_usd_m / countries.imports_usd_m as country_assumed_pct,
    coalesce(grouped.duty_usd_m, 0) as duty_usd_m,
    countries.duty_usd_m as country_duty_usd_m,
    countries.duty_usd_m * (
        select rates.cad_per_usd from exchange_rates_annual as rates
        where rates.year = 2024
    ) as country_duty_cad_m,
    countries.law_usd_m as country_law_usd_m,
    countries.imports_usd_m,
    tariff_scenario($cusma, $claims, $content, $override) as scenario
from countries
cross join every_group
left join grouped on countries.partner = grouped.partner and every_group.duty_group = grouped.duty_group
where countries.imports_usd_m > 0
order by
    country_rate_pct desc,
    countries.partner,
    list_position(['base', 's232', 'emergency', 's301_338'], every_group.duty_group)
