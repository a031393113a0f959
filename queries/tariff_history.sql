-- question: How has the effective U.S. tariff rate on a country's goods moved?
-- about:    One row per partner and span in which no rule changes, read from the table the build computes with the same engine; CUSMA claim shares of July 2025 to February 2026 throughout.
-- params:   partner = ['CAN', 'MEX'], sector = ['all'], authority = ['all']
-- example:  partner = ['CAN']
-- returns:  partner, valid_from, valid_to, days, effective_rate_pct, base_rate_pct, duty_usd_m, imports_usd_m
-- always:   effective_rate_pct >= base_rate_pct - 1e-9 and (valid_to is null or valid_to >= valid_from)

with parts as (
    select
        partner,
        valid_from,
        valid_to,
        authority,
        value_covered_usd_m,
        duty_usd_m
    from tariff_history
    where
        list_contains($partner, partner)
        and ($sector = ['all'] or list_contains($sector, sector))
        and (authority = 'mfn' or $authority = ['all'] or list_contains($authority, authority))
)

select
    partner,
    valid_from,
    any_value(valid_to) as valid_to,
    cast(date_diff('day', valid_from, any_value(valid_to)) + 1 as integer) as days,
    100 * sum(duty_usd_m) / sum(case when authority = 'mfn' then value_covered_usd_m end) as effective_rate_pct,
    100 * sum(case when authority = 'mfn' then duty_usd_m end)
    / sum(case when authority = 'mfn' then value_covered_usd_m end) as base_rate_pct,
    sum(duty_usd_m) as duty_usd_m,
    sum(case when authority = 'mfn' then value_covered_usd_m end) as imports_usd_m
from parts
group by partner, valid_from
order by partner, valid_from
