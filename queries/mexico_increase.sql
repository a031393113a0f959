-- question: Which goods did Mexico raise in January 2026 for partners without an agreement, and what does Canada sell it of them?
-- about:    Decree of 29 December 2025: 1,463 lines, 5 to 50 %, from 1 January 2026. Canada is exempt as a partner in two agreements, for goods that prove their origin. Sales are all of what Mexico recorded from Canada under these codes, raised or not; 2020 is its last complete year by heading; empty where no heading of the group is in its figures.
-- params:   year = 2020
-- example:  year = 2020
-- returns:  increase_group, rate_low_pct, rate_high_pct, tariff_items, imports_usd_m, share_pct, all_groups_usd_m, all_groups_share_pct, year
-- always:   imports_usd_m is null or (imports_usd_m >= 0 and share_pct between 0 and 100 and imports_usd_m <= all_groups_usd_m + 1e-9)

with headings as (
    select
        hs_code,
        value_usd_m
    from mexico_goods_by_hs
    where reporter = 'MEX' and flow = 'imports' and hs_level = 'HS4' and year = $year
),

whole as (
    select sum(value_usd_m) as imports_usd_m
    from mexico_goods_by_hs
    where reporter = 'MEX' and flow = 'imports' and hs_level = 'HS2' and year = $year
),

increases as (
    select
        raised.increase_group,
        any_value(raised.rate_low_pct) as rate_low_pct,
        any_value(raised.rate_high_pct) as rate_high_pct,
        any_value(raised.tariff_items) as tariff_items,
        sum(headings.value_usd_m) as imports_usd_m
    from mexico_increase as raised
    left join headings on starts_with(headings.hs_code, raised.hs_code)
    group by raised.increase_group
)

select
    increases.increase_group,
    increases.rate_low_pct,
    increases.rate_high_pct,
    increases.tariff_items,
    increases.imports_usd_m,
    100 * increases.imports_usd_m / whole.imports_usd_m as share_pct,
    sum(increases.imports_usd_m) over () as all_groups_usd_m,
    100 * sum(increases.imports_usd_m) over () / whole.imports_usd_m as all_groups_share_pct,
    cast($year as integer) as year
from increases
cross join whole
order by increases.imports_usd_m desc nulls last, increases.increase_group
