-- question: What is the effective U.S. tariff rate on a country's goods on a date?
-- about:    Base duty of 2024 plus every duty in force; static, first round, on fixed 2024 trade, chapters 98 and 99 left out; the evidence ends on 2 October 2026.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-10-14', partner = ['CAN']
-- returns:  partner, effective_rate_pct, base_rate_pct, added_rate_pct, duty_usd_m, duty_cad_m, imports_usd_m, scenario
-- always:   effective_rate_pct >= base_rate_pct - 1e-9 and duty_usd_m <= 2 * imports_usd_m and abs(effective_rate_pct - base_rate_pct - added_rate_pct) < 1e-9

with parts as (
    select
        partner,
        authority,
        imports_usd,
        duty_usd
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where ($sector = ['all'] or list_contains($sector, sector))
),

added_up as (
    select
        partner,
        sum(case when authority = 'mfn' then imports_usd else 0 end) as imports_usd,
        sum(case when authority = 'mfn' then duty_usd else 0 end) as base_usd,
        sum(
            case
                when authority = 'mfn' then 0
                when $authority = ['all'] or list_contains($authority, authority) then duty_usd
                else 0
            end
        ) as added_usd
    from parts
    group by partner
),

dollar as (
    select cad_per_usd from exchange_rates_annual
    where year = 2024
)

select
    partner,
    100 * (base_usd + added_usd) / nullif(imports_usd, 0) as effective_rate_pct,
    100 * base_usd / nullif(imports_usd, 0) as base_rate_pct,
    100 * added_usd / nullif(imports_usd, 0) as added_rate_pct,
    (base_usd + added_usd) / 1e6 as duty_usd_m,
    (base_usd + added_usd) / 1e6 * (select cad_per_usd from dollar) as duty_cad_m,
    imports_usd / 1e6 as imports_usd_m,
    tariff_scenario($cusma, $claims, $content, $override) as scenario
from added_up
order by effective_rate_pct desc, partner
