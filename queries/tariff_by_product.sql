-- question: Which products of a country carry the U.S. duty on a date?
-- about:    Products of ten digits, the largest bills first; hs is the beginning of a code; static, first round, on fixed 2024 trade, chapters 98 and 99 left out; the evidence ends on 2 October 2026.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], hs = '', top = 50
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['MEX'], hs = '87', top = 20
-- returns:  partner, hs10, hs_chapter, sector, imports_usd_m, duty_usd_m, effective_rate_pct, base_rate_pct
-- always:   duty_usd_m >= 0 and length(hs10) = 10

select
    partner,
    hs10,
    any_value(hs_chapter) as hs_chapter,
    any_value(sector) as sector,
    sum(case when authority = 'mfn' then imports_usd else 0 end) / 1e6 as imports_usd_m,
    sum(duty_usd) / 1e6 as duty_usd_m,
    100 * sum(duty_usd) / nullif(sum(case when authority = 'mfn' then imports_usd else 0 end), 0) as effective_rate_pct,
    100 * sum(case when authority = 'mfn' then duty_usd else 0 end)
    / nullif(sum(case when authority = 'mfn' then imports_usd else 0 end), 0) as base_rate_pct
from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
where starts_with(hs10, $hs)
group by partner, hs10
order by duty_usd_m desc, partner, hs10
limit $top
