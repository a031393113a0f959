-- question: Which sectors of a country carry the U.S. duty on a date?
-- about:    Imports, rate and duty bill by common sector, highest rate first; imports_before and imports_to place the sectors side by side, so that width times rate is the duty; static, first round, on fixed 2024 trade, chapters 98 and 99 left out; the evidence ends on 2 October 2026.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['MEX']
-- returns:  partner, sector, imports_usd_m, duty_usd_m, effective_rate_pct, base_rate_pct, duty_share_pct, imports_before_usd_m, imports_to_usd_m, scenario
-- always:   duty_usd_m >= 0 and imports_usd_m >= 0 and duty_share_pct between 0 and 100.0001

with parts as (
    select
        partner,
        sector,
        case when authority = 'mfn' then imports_usd else 0 end as imports_usd,
        case when authority = 'mfn' then duty_usd else 0 end as base_usd,
        case
            when $authority = ['all'] or list_contains($authority, authority) or authority = 'mfn' then duty_usd
            else 0
        end as duty_usd
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where ($sector = ['all'] or list_contains($sector, sector))
),

sectors as (
    select
        partner,
        sector,
        sum(imports_usd) / 1e6 as imports_usd_m,
        sum(duty_usd) / 1e6 as duty_usd_m,
        100 * sum(duty_usd) / nullif(sum(imports_usd), 0) as effective_rate_pct,
        100 * sum(base_usd) / nullif(sum(imports_usd), 0) as base_rate_pct
    from parts
    group by partner, sector
)

select
    partner,
    sector,
    imports_usd_m,
    duty_usd_m,
    effective_rate_pct,
    base_rate_pct,
    100 * duty_usd_m / nullif(sum(duty_usd_m) over (partition by partner), 0) as duty_share_pct,
    coalesce(sum(imports_usd_m) over (
        partition by partner order by effective_rate_pct desc, sector
        rows between unbounded preceding and 1 preceding
    ), 0) as imports_before_usd_m,
    sum(imports_usd_m) over (
        partition by partner order by effective_rate_pct desc, sector rows unbounded preceding
    ) as imports_to_usd_m,
    tariff_scenario($cusma, $claims, $content, $override) as scenario
from sectors
order by partner, effective_rate_pct desc, sector
