-- question: How did goods, money, people and events move over the same years?
-- about:    Each lane keeps its own unit and its own axis, so that what is held at a year's end (investment, permits) never shares one with what happens in a year (goods, events); strains count below zero, the steps of one act once.
-- params:   from = 1993, to = 2100
-- example:  from = 2019, to = 2024
-- returns:  year, lane, series, value, unit
-- always:   lane in ('goods', 'money', 'permits', 'events')

with lanes as (
    select
        year,
        'goods' as lane,
        flow as series,
        value_cad_m as value,
        'CAD_M' as unit
    from goods_trade_annual
    where reporter = 'CAN' and value_cad_m is not null
    union all
    select
        year,
        'money' as lane,
        case series when 'quoted' then 'quoted' when 'statcan_table' then 'position' else 'position_older' end
            as series,
        position_cad_m as value,
        'CAD_M' as unit
    from direct_investment
    where direction = 'outward' and country = 'MEX' and is_newest
    union all
    select
        year,
        'permits' as lane,
        'study_permits' as series,
        permits as value,
        'PERSONS' as unit
    from study_permits
    where measure = 'stock' and country = 'MEX'
    union all
    select
        year(date) as year,
        'events' as lane,
        effect as series,
        case when effect = 'strain' then -sum(intensity) else sum(intensity) end as value,
        'INTENSITY' as unit
    from events
    where effect <> 'neutral' and event = act
    group by year(date), effect
)

select
    cast(year as integer) as year,
    lane,
    series,
    cast(value as double) as value,
    unit
from lanes
where year between $from and $to
order by lane, series, year
