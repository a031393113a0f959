-- question: On which days did the effective U.S. tariff rate on a country's goods change, and which programmes did it?
-- about:    The newest first, up to a date; change against the day before in percentage points, by law, and the programmes of the rules that started or ended that day for the country.
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX'], top = 50
-- example:  date = '2025-10-14', partner = ['MEX'], top = 4
-- returns:  valid_from, partner, rate_before_pct, effective_rate_pct, change_pp, programmes
-- always:   abs(change_pp) > 0 and abs(effective_rate_pct - rate_before_pct - change_pp) < 1e-9

with rates as (
    select
        partner,
        valid_from,
        100 * sum(duty_usd_m) / sum(case when authority = 'mfn' then value_covered_usd_m end) as effective_rate_pct
    from tariff_history
    where list_contains($partner, partner)
    group by partner, valid_from
),

moved as (
    select
        partner,
        valid_from,
        effective_rate_pct,
        lag(effective_rate_pct) over (partition by partner order by valid_from) as rate_before_pct
    from rates
),

programmes as (
    select distinct
        rules.rule_id,
        rules.partner,
        rules.valid_from,
        rules.valid_to + 1 as ended,
        measures.programme
    from tariff_rules as rules
    inner join tariff_measures as measures on rules.measure_id = measures.measure_id
)

select
    moved.valid_from,
    moved.partner,
    any_value(moved.rate_before_pct) as rate_before_pct,
    any_value(moved.effective_rate_pct) as effective_rate_pct,
    any_value(moved.effective_rate_pct - moved.rate_before_pct) as change_pp,
    coalesce(string_agg(distinct programmes.programme, ';' order by programmes.programme), '') as programmes
from moved
left join programmes
    on
        programmes.partner in (moved.partner, 'WLD')
        and (moved.valid_from = programmes.valid_from or moved.valid_from = programmes.ended)
where abs(moved.effective_rate_pct - moved.rate_before_pct) > 0.005 and moved.valid_from <= cast($date as date)
group by moved.partner, moved.valid_from
order by moved.valid_from desc, moved.partner
limit $top
