-- question: Which series can stand under the timeline, on the same time axis?
-- about:    One series at a time, each value with its unit; a flow of a year stands at its middle, a stock at its end; suppressed months are empty.
-- params:   series = 'imports', from = 1944, to = 2100
-- choices:  series = ['imports', 'exports', 'study_permits', 'asylum_claims', 'visitor_visas']
-- example:  series = 'asylum_claims', from = 2015, to = 2025
-- returns:  date, series, value, unit
-- always:   value >= 0 and unit in ('CAD_M', 'PERSONS', 'VISAS')

with every_series as (
    select
        make_date(year, 7, 1) as date,
        flow as series,
        value_cad_m as value,
        'CAD_M' as unit
    from goods_trade_annual
    where reporter = 'CAN' and value_cad_m is not null
    union all
    select
        make_date(year, 12, 31) as date,
        'study_permits' as series,
        permits as value,
        'PERSONS' as unit
    from study_permits
    where measure = 'stock' and country = 'MEX' and permits is not null
    union all
    select
        make_date(year, 7, 1) as date,
        'asylum_claims' as series,
        claims as value,
        'PERSONS' as unit
    from asylum_claims
    where publisher = 'IRCC' and country = 'MEX'
    union all
    select
        month as date,
        'visitor_visas' as series,
        visas as value,
        'VISAS' as unit
    from visitor_visas
)

select
    date,
    series,
    cast(value as double) as value,
    unit
from every_series
where series = $series and date_part('year', date) between $from and $to
order by date
