-- question: How much duty was collected on a partner's goods, beside what the rules would charge over the same months?
-- about:    Collected: calculated duty over imports for consumption, from January to the newest month where the Census has been refreshed, else over the months of a published study. Statutory: our rates day by day over the same months, on fixed 2024 trade. What buyers changed, and claims of CUSMA, lie between the two.
-- params:
-- example:
-- returns:  partner, first_month, last_month, collected_pct, statutory_pct, published_statutory_pct, days
-- always:   first_month <= last_month and collected_pct >= 0 and days between 28 and 400

with census as (
    select
        partner,
        cast(date_trunc('year', month) as date) as first_month,
        month as last_month,
        100 * sum(duty_to_date_usd_m) / sum(imports_to_date_usd_m) as collected_pct
    from us_duties_collected
    where month = (select max(latest.month) from us_duties_collected as latest) and month >= date '2025-01-01'
    group by partner, month
),

collected as (
    select
        partner,
        first_month,
        last_month,
        collected_pct,
        null as published_statutory_pct
    from census
    union all
    select
        partner,
        first_month,
        last_month,
        collected_pct,
        published_statutory_pct
    from collected_rates
    where not exists (select 1 from census)
),

spans as (
    select
        partner,
        valid_from,
        any_value(valid_to) as valid_to,
        100 * sum(duty_usd_m) / sum(case when authority = 'mfn' then value_covered_usd_m end) as rate_pct
    from tariff_history
    group by partner, valid_from
),

-- The days that a span of one rate has within the months collected.
met as (
    select
        collected.partner,
        spans.rate_pct,
        cast(
            date_diff(
                'day',
                greatest(spans.valid_from, collected.first_month),
                least(coalesce(spans.valid_to, last_day(collected.last_month)), last_day(collected.last_month))
            ) + 1 as integer
        ) as days
    from collected
    inner join spans
        on
            collected.partner = spans.partner
            and spans.valid_from <= last_day(collected.last_month)
            and coalesce(spans.valid_to, date '9999-12-31') >= collected.first_month
),

averaged as (
    select
        partner,
        sum(rate_pct * days) / sum(days) as statutory_pct,
        cast(sum(days) as integer) as days
    from met
    group by partner
)

select
    collected.partner,
    collected.first_month,
    collected.last_month,
    collected.collected_pct,
    averaged.statutory_pct,
    cast(collected.published_statutory_pct as double) as published_statutory_pct,
    averaged.days
from collected
inner join averaged on collected.partner = averaged.partner
order by collected.partner not in ('CAN', 'MEX'), collected.collected_pct desc, collected.partner
