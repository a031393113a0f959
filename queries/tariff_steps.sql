-- question: Which days moved the effective U.S. tariff rate on a country's goods most, and which programmes did it?
-- about:    Change against the day before in percentage points, and the programmes of the rules that started or ended that day for the country.
-- params:   partner = 'CAN', top = 6, sector = ['all'], authority = ['all']
-- example:  partner = 'MEX', top = 4
-- returns:  valid_from, valid_to, effective_rate_pct, change_pp, programmes
-- always:   abs(change_pp) > 0

with rates as (
    select
        valid_from,
        any_value(valid_to) as valid_to,
        100 * sum(duty_usd_m) / sum(case when authority = 'mfn' then value_covered_usd_m end) as effective_rate_pct
    from tariff_history
    where
        partner = $partner
        and ($sector = ['all'] or list_contains($sector, sector))
        and (authority = 'mfn' or $authority = ['all'] or list_contains($authority, authority))
    group by valid_from
),

moved as (
    select
        valid_from,
        valid_to,
        effective_rate_pct,
        effective_rate_pct - lag(effective_rate_pct) over (order by valid_from) as change_pp
    from rates
),

programmes as (
    select distinct
        rules.rule_id,
        rules.valid_from,
        rules.valid_to + 1 as ended,
        measures.programme
    from tariff_rules as rules
    inner join tariff_measures as measures on rules.measure_id = measures.measure_id
    where
        rules.partner in ($partner, 'WLD')
        and ($authority = ['all'] or list_contains($authority, rules.authority))
)

select
    moved.valid_from,
    any_value(moved.valid_to) as valid_to,
    any_value(moved.effective_rate_pct) as effective_rate_pct,
    any_value(moved.change_pp) as change_pp,
    coalesce(string_agg(distinct programmes.programme, ';' order by programmes.programme), '') as programmes
from moved
left join programmes on moved.valid_from = programmes.valid_from or moved.valid_from = programmes.ended
where abs(moved.change_pp) > 0.005
group by moved.valid_from
order by abs(any_value(moved.change_pp)) desc, moved.valid_from
limit $top
