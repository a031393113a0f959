-- question: On how few chapters does the new U.S. duty on a country's goods fall?
-- about:    Herfindahl index of the duty added since 2024, by HS chapter, 0 to 10,000; static, first round, on fixed 2024 trade, chapters 98 and 99 left out; the evidence ends on 2 October 2026.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = []
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN', 'MEX']
-- returns:  partner, hhi, chapters, top_chapter, top_share_pct, duty_usd_m
-- always:   hhi between 0 and 10000.001 and top_share_pct <= 100.0001

with added as (
    select
        partner,
        hs_chapter,
        sum(duty_usd) as duty_usd
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where authority <> 'mfn'
    group by partner, hs_chapter
    having sum(duty_usd) > 0
),

shares as (
    select
        partner,
        hs_chapter,
        duty_usd,
        100 * duty_usd / sum(duty_usd) over (partition by partner) as share_pct
    from added
)

select
    partner,
    sum(share_pct * share_pct) as hhi,
    cast(count(*) as integer) as chapters,
    max_by(hs_chapter, duty_usd) as top_chapter,
    max(share_pct) as top_share_pct,
    sum(duty_usd) / 1e6 as duty_usd_m
from shares
group by partner
order by hhi desc, partner
