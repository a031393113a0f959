-- question: What does each U.S. duty charge on a country's goods on a date?
-- about:    Contribution of each measure in points of the effective rate, beside the country's rate and bill of all measures shown, highest rate first; static, first round, on fixed 2024 trade, chapters 98 and 99 left out; the evidence ends on 2 October 2026.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN']
-- returns:  partner, authority, programme, measure_id, duty_usd_m, value_covered_usd_m, imports_usd_m, effective_rate_pct, duty_share_pct, country_rate_pct, country_duty_usd_m, scenario
-- always:   duty_usd_m >= 0 and value_covered_usd_m <= imports_usd_m + 0.001 and effective_rate_pct <= 200

with parts as (
    select
        partner,
        authority,
        programme,
        measure_id,
        imports_usd,
        duty_usd
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where ($sector = ['all'] or list_contains($sector, sector))
),

imports as (
    select
        partner,
        sum(imports_usd) as imports_usd,
        sum(duty_usd) as every_duty,
        sum(shown_duty) as shown_duty
    from (
        select
            partner,
            case when authority = 'mfn' then imports_usd else 0 end as imports_usd,
            case when $authority = ['all'] or list_contains($authority, authority) then duty_usd else 0 end
                as shown_duty,
            duty_usd
        from parts
    ) as counted
    group by partner
)

select
    parts.partner,
    parts.authority,
    parts.programme,
    parts.measure_id,
    sum(parts.duty_usd) / 1e6 as duty_usd_m,
    sum(parts.imports_usd) / 1e6 as value_covered_usd_m,
    any_value(imports.imports_usd) / 1e6 as imports_usd_m,
    100 * sum(parts.duty_usd) / nullif(any_value(imports.imports_usd), 0) as effective_rate_pct,
    100 * sum(parts.duty_usd) / nullif(any_value(imports.every_duty), 0) as duty_share_pct,
    100 * any_value(imports.shown_duty) / nullif(any_value(imports.imports_usd), 0) as country_rate_pct,
    any_value(imports.shown_duty) / 1e6 as country_duty_usd_m,
    tariff_scenario($cusma, $claims, $content, $override) as scenario
from parts
inner join imports on parts.partner = imports.partner
where ($authority = ['all'] or list_contains($authority, parts.authority))
group by parts.partner, parts.authority, parts.programme, parts.measure_id
order by country_rate_pct desc, parts.partner, duty_usd_m desc, parts.measure_id
