-- question: How much of a country's goods is listed, dutiable and seen to pay a U.S. duty on a date?
-- about:    Three ratios that are never one: listed before preferences; dutiable after CUSMA and content rules; observed by the Census in the month of the date or the latest before it, for the partners it is at hand for and for all goods and duties only.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN', 'MEX']
-- returns:  partner, in_scope_pct, in_scope_232_pct, dutiable_pct, observed_pct, observed_month, imports_usd_m
-- always:   in_scope_pct between 0 and 100.0001 and dutiable_pct <= in_scope_pct + 0.0001 and in_scope_232_pct <= in_scope_pct + 0.0001

with products as (
    select
        partner,
        hs10,
        any_value(imports_usd) as imports_usd,
        max(case when listed then 1 else 0 end) as listed,
        max(case when listed and authority = 's232' then 1 else 0 end) as listed_232,
        least(1, sum(dutiable_share)) as dutiable
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where
        ($sector = ['all'] or list_contains($sector, sector))
        and ($authority = ['all'] or authority = 'mfn' or list_contains($authority, authority))
    group by partner, hs10
),

observed as (
    select
        partner,
        max_by(dutiable_share_pct, month) as observed_pct,
        max(month) as observed_month
    from us_dutiable_share
    where month <= date_trunc('month', cast($date as date)) and $sector = ['all'] and $authority = ['all']
    group by partner
)

select
    products.partner,
    100 * sum(imports_usd * listed) / sum(imports_usd) as in_scope_pct,
    100 * sum(imports_usd * listed_232) / sum(imports_usd) as in_scope_232_pct,
    100 * sum(imports_usd * dutiable) / sum(imports_usd) as dutiable_pct,
    any_value(observed.observed_pct) as observed_pct,
    any_value(observed.observed_month) as observed_month,
    sum(imports_usd) / 1e6 as imports_usd_m
from products
left join observed on products.partner = observed.partner
group by products.partner
order by products.partner
