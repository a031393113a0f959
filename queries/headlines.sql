-- question: How did each figure that the front page leads with come about, and how old is it?
-- about:    Points in time of each figure; change is on the point one year before. Goods: Canada's customs basis, bought less sold, C$ at current prices. U.S. rates: the law of each day up to rules_on. Strains and repairs: acts of the twelve months that end with a point, the steps of one act once, between the two countries themselves and in the wider field.
-- engine:   duckdb
-- params:   date = '2026-11-22', rules_on = '2026-10-02'
-- example:  date = '2026-11-22'
-- returns:  headline, series, period_end, value, unit, change_pct, change, is_latest, age_months, vintage, source
-- always:   headline in ('goods_year', 'goods_months', 'tariffs', 'investment', 'study_permits', 'events') and age_months >= 0

with rates as (
    select
        partner,
        valid_from,
        any_value(valid_to) as valid_to,
        100 * sum(duty_usd_m) / sum(case when authority = 'mfn' then value_covered_usd_m end) as rate_pct
    from tariff_history
    where partner in ('CAN', 'MEX')
    group by partner, valid_from
),

-- The day itself and the same day a year before have a point too.
rate_days as (
    select valid_from as day
    from rates
    where valid_from <= cast($rules_on as date)
    union
    select cast($rules_on as date) as day
    union
    select cast(cast($rules_on as date) - interval 1 year as date) as day
),

acts as (
    select
        date,
        case scope when 'canada-mexico' then effect else effect || '_wider' end as series
    from events
    where effect <> 'neutral' and event = act
),

newest as (
    select max(date) as date
    from events
    where date <= cast($date as date)
),

-- Every three months back from the newest event, for five years.
quarters as (
    select cast(newest.date - to_months(3 * steps.step) as date) as day
    from newest
    cross join range(20) as steps (step)
),

points as (
    select
        'goods_year' as headline,
        'gap' as series,
        make_date(year, 12, 31) as period_end,
        sum(case flow when 'imports' then value_cad_m else -value_cad_m end) as value,
        'CAD_M' as unit,
        max(vintage) as vintage,
        string_agg(distinct source, ';') as source
    from goods_trade_annual
    where reporter = 'CAN' and year >= 1993 and value_cad_m is not null
    group by year
    having count(*) = 2
    union all
    select
        'goods_months' as headline,
        'gap' as series,
        last_day(month) as period_end,
        sum(imports_cad_m - exports_cad_m) over (order by month rows 11 preceding) as value,
        'CAD_M' as unit,
        vintage,
        source
    from goods_with_mexico_monthly
    qualify
        count(*) over (order by month rows 11 preceding) = 12
        and month > max(month) over () - interval 60 month
    union all
    select
        'tariffs' as headline,
        case rates.partner when 'CAN' then 'rate_canada' else 'rate_mexico' end as series,
        rate_days.day as period_end,
        rates.rate_pct as value,
        'PCT' as unit,
        null as vintage,
        null as source
    from rate_days
    inner join rates on rate_days.day between rates.valid_from and coalesce(rates.valid_to, rate_days.day)
    union all
    select
        'investment' as headline,
        case series when 'quoted' then 'quoted' when 'statcan_table' then 'position' else 'position_older' end
            as series,
        make_date(year, 12, 31) as period_end,
        position_cad_m as value,
        'CAD_M' as unit,
        vintage,
        source
    from direct_investment
    where direction = 'outward' and country = 'MEX' and is_newest and year >= 1993 and position_cad_m is not null
    union all
    select
        'study_permits' as headline,
        'study_permits' as series,
        make_date(year, 12, 31) as period_end,
        permits as value,
        'PERSONS' as unit,
        vintage,
        source
    from study_permits
    where measure = 'stock' and country = 'MEX' and permits is not null
    union all
    select
        'events' as headline,
        kinds.series,
        quarters.day as period_end,
        count(acts.series) as value,
        'COUNT' as unit,
        null as vintage,
        null as source
    from quarters
    cross join (values ('strain'), ('repair'), ('strain_wider'), ('repair_wider')) as kinds (series)
    left join acts
        on
            kinds.series = acts.series
            and quarters.day - interval 12 month < acts.date
            and quarters.day >= acts.date
    group by kinds.series, quarters.day
),

-- The last day of a month a year before is the last day of that month.
dated as (
    select
        headline,
        series,
        period_end,
        value,
        unit,
        vintage,
        source,
        case
            when period_end = last_day(period_end) then last_day(period_end - interval 1 year)
            else cast(period_end - interval 1 year as date)
        end as year_before
    from points
)

select
    now.headline,
    now.series,
    now.period_end,
    cast(now.value as double) as value,
    now.unit,
    case when before.value > 0 then 100 * (now.value / before.value - 1) end as change_pct,
    cast(now.value - before.value as double) as change,
    now.period_end = max(now.period_end) over (partition by now.headline, now.series) as is_latest,
    cast(greatest(date_sub('month', now.period_end + 1, cast($date as date) + 1), 0) as integer) as age_months,
    now.vintage,
    now.source
from dated as now
left join points as before
    on now.headline = before.headline and now.series = before.series and now.year_before = before.period_end
order by now.headline, now.series, now.period_end
