-- question: Which chapters of a country's goods carry the U.S. duty on a date?
-- about:    Imports, rate and duty bill by HS chapter, chapter 27 apart for crude oil, gas and coal (mining) and for refined products; static, first round, on fixed 2024 trade, chapters 98 and 99 left out; the evidence ends on 2 October 2026.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN']
-- returns:  partner, hs_chapter, sector, imports_usd_m, duty_usd_m, effective_rate_pct, base_rate_pct, duty_share_pct
-- always:   duty_usd_m >= 0 and hs_chapter not in ('98', '99')

select
    partner,
    hs_chapter,
    sector,
    sum(case when authority = 'mfn' then imports_usd else 0 end) / 1e6 as imports_usd_m,
    sum(duty_usd) / 1e6 as duty_usd_m,
    100 * sum(duty_usd) / nullif(sum(case when authority = 'mfn' then imports_usd else 0 end), 0) as effective_rate_pct,
    100 * sum(case when authority = 'mfn' then duty_usd else 0 end)
    / nullif(sum(case when authority = 'mfn' then imports_usd else 0 end), 0) as base_rate_pct,
    100 * sum(duty_usd) / nullif(sum(sum(duty_usd)) over (partition by partner), 0) as duty_share_pct
from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
where ($sector = ['all'] or list_contains($sector, sector))
group by partner, hs_chapter, sector
order by partner, duty_usd_m desc, hs_chapter, sector
