-- question: What does Washington charge on a country's goods at four moments: before 2025, at the peak, on a date, and on that date if CUSMA lapsed?
-- about:    The peak is the day since 2025 on which the countries chosen paid most together. A what-if adds a fifth moment, and takes the place of the lapse where it supposes that itself. assumed_pct is the part that rests on the assumed share of patented medicines; above_law_pp is against the law of the date; valid_from and valid_to are those of the law in force then. Law and lapse from the tables the build computes with the same engine; static, on fixed 2024 trade.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all'], authority = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18'
-- returns:  tariff_moment, partner, valid_from, valid_to, effective_rate_pct, above_law_pp, assumed_pct, duty_usd_m, imports_usd_m
-- always:   effective_rate_pct >= assumed_pct - 1e-9 and duty_usd_m <= 2 * imports_usd_m

with history as (
    select
        partner,
        valid_from,
        any_value(valid_to) as valid_to,
        sum(case when authority = 'mfn' then value_covered_usd_m else 0 end) as imports_usd_m,
        sum(case when authority = 'mfn' then duty_usd_m else 0 end) as base_usd_m,
        sum(duty_usd_m) as duty_usd_m,
        sum(case when programme = 'pharma' then duty_usd_m else 0 end) as assumed_usd_m
    from tariff_history
    where
        list_contains($partner, partner)
        and ($sector = ['all'] or list_contains($sector, sector))
        and (authority = 'mfn' or $authority = ['all'] or list_contains($authority, authority))
    group by partner, valid_from
),

peak as (
    select
        valid_from,
        sum(duty_usd_m) as duty_usd_m
    from history
    group by valid_from
    order by duty_usd_m desc, valid_from
    limit 1
),

on_the_day as (
    select
        valid_from,
        any_value(valid_to) as valid_to
    from history
    where valid_from <= greatest(cast($date as date), date '2025-01-01')
    group by valid_from
    order by valid_from desc
    limit 1
),

charged as (
    select
        'day' as tariff_moment,
        *
    from tariff_law($date, $partner, 'kept')
    union all
    select
        'lapsed' as tariff_moment,
        *
    from tariff_law($date, $partner, 'lapsed')
    where $cusma = 'kept'
    union all
    select
        'supposed' as tariff_moment,
        *
    from tariff_charged($date, $partner, $cusma, $claims, $content, $override)
    where tariff_scenario($cusma, $claims, $content, $override) <> tariff_scenario('kept', 'since_july_2025', 0.4, [])
),

moments as (
    select
        'before' as tariff_moment,
        partner,
        cast(null as date) as valid_from,
        cast(null as date) as valid_to,
        imports_usd_m,
        base_usd_m as duty_usd_m,
        0 as assumed_usd_m
    from history
    where valid_from = date '2025-01-01'
    union all
    select
        'peak' as tariff_moment,
        history.partner,
        history.valid_from,
        history.valid_to,
        history.imports_usd_m,
        history.duty_usd_m,
        history.assumed_usd_m
    from history
    inner join peak on history.valid_from = peak.valid_from
    union all
    select
        charged.tariff_moment,
        charged.partner,
        on_the_day.valid_from,
        on_the_day.valid_to,
        sum(charged.imports_usd_m) as imports_usd_m,
        sum(charged.duty_usd_m) as duty_usd_m,
        sum(case when charged.programme = 'pharma' then charged.duty_usd_m else 0 end) as assumed_usd_m
    from charged
    cross join on_the_day
    where
        ($sector = ['all'] or list_contains($sector, charged.sector))
        and (charged.authority = 'mfn' or $authority = ['all'] or list_contains($authority, charged.authority))
    group by charged.tariff_moment, charged.partner, on_the_day.valid_from, on_the_day.valid_to
),

law as (
    select
        partner,
        100 * duty_usd_m / nullif(imports_usd_m, 0) as law_rate_pct
    from moments
    where tariff_moment = 'day'
)

select
    moments.tariff_moment,
    moments.partner,
    moments.valid_from,
    moments.valid_to,
    100 * moments.duty_usd_m / nullif(moments.imports_usd_m, 0) as effective_rate_pct,
    100 * moments.duty_usd_m / nullif(moments.imports_usd_m, 0) - law.law_rate_pct as above_law_pp,
    100 * moments.assumed_usd_m / nullif(moments.imports_usd_m, 0) as assumed_pct,
    moments.duty_usd_m,
    moments.imports_usd_m
from moments
inner join law on moments.partner = law.partner
where moments.imports_usd_m > 0
order by
    list_position(['before', 'peak', 'day', 'supposed', 'lapsed'], moments.tariff_moment),
    effective_rate_pct,
    moments.partner
