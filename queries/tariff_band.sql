-- question: What do others publish as the effective U.S. tariff rate on a country's goods on a date, beside ours?
-- about:    The estimate each publisher's build has for the date, by law; builds made before the law last changed the country's rate are left out. The publishers differ in claim shares, lists and timing, so that a band is more honest than one number.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX']
-- example:  date = '2025-10-17', partner = ['CAN']
-- returns:  partner, estimate, effective_rate_pct, valid_from, built_on
-- always:   effective_rate_pct >= 0 and (built_on is null or estimate <> 'ours')

with ours as (
    select
        partner,
        'ours' as estimate,
        100 * sum(duty_usd) / sum(case when authority = 'mfn' then imports_usd end) as effective_rate_pct,
        cast($date as date) as valid_from
    from tariff_parts($date, $partner, 'kept', 'since_july_2025', 0.4, [])
    group by partner
),

regimes as (
    select
        partner,
        valid_from,
        sum(duty_usd_m) as duty_usd_m
    from tariff_history
    where list_contains($partner, partner)
    group by partner, valid_from
),

steps as (
    select
        partner,
        valid_from,
        duty_usd_m - lag(duty_usd_m, 1, duty_usd_m) over (partition by partner order by valid_from) as change_usd_m
    from regimes
),

-- A change below US$1,000 is the last digit of a sum, not a change of law.
last_changes as (
    select
        partner,
        max(valid_from) as changed_on
    from steps
    where valid_from <= cast($date as date) and abs(change_usd_m) > 0.001
    group by partner
),

published as (
    select
        partner,
        estimate,
        max_by(effective_rate_pct, date) as effective_rate_pct,
        max(date) as valid_from,
        any_value(built_on) as built_on
    from published_tariff_rates
    where date <= cast($date as date) and list_contains($partner, partner)
    group by partner, estimate
)

select
    partner,
    estimate,
    effective_rate_pct,
    valid_from,
    cast(null as date) as built_on
from ours
union all
select
    published.partner,
    published.estimate,
    published.effective_rate_pct,
    published.valid_from,
    published.built_on
from published
left join last_changes on published.partner = last_changes.partner
where
    -- The build of August 2026 is at hand for four days only: it holds on the day itself.
    (published.estimate <> 'budget_lab_2026_08' or published.valid_from = cast($date as date))
    and published.built_on >= coalesce(last_changes.changed_on, published.built_on)
order by partner, effective_rate_pct, estimate
