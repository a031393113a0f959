-- question: What do others publish as the effective U.S. tariff rate on a country's goods on a date, beside ours?
-- about:    The estimate each publisher's build has for the date; the publishers differ in claim shares, lists and timing, so that a band is more honest than one number.
-- params:   date = '2026-08-24', partner = ['CAN', 'MEX'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = []
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-10-17', partner = ['CAN']
-- returns:  partner, estimate, effective_rate_pct, valid_from
-- always:   effective_rate_pct >= 0

with ours as (
    select
        partner,
        'ours' as estimate,
        100 * sum(duty_usd) / sum(case when authority = 'mfn' then imports_usd end) as effective_rate_pct,
        cast($date as date) as valid_from
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    group by partner
),

published as (
    select
        partner,
        estimate,
        max_by(effective_rate_pct, date) as effective_rate_pct,
        max(date) as valid_from
    from published_tariff_rates
    where date <= cast($date as date) and list_contains($partner, partner)
    group by partner, estimate
)

select
    partner,
    estimate,
    effective_rate_pct,
    valid_from
from ours
union all
select
    partner,
    estimate,
    effective_rate_pct,
    valid_from
from published
-- The build of August 2026 is at hand for four days only: it holds on the day itself.
where estimate <> 'budget_lab_2026_08' or valid_from = cast($date as date)
order by partner, effective_rate_pct, estimate
