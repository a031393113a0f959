-- question: In which sectors do the two books differ most?
-- about:    Two lenses side by side, never spliced: the OECD's reconciled flow (importer-driven, basic prices) and what Mexico records by HS chapter; sure says how far the ratio can be trusted (both above US$500 m high, above US$100 m medium, else low); width_rank orders the sure ratios of the sectors asked for, first the one farthest from 1 in either direction.
-- params:   year = 2020, flow = 'imports', sector = ['all']
-- choices:  flow = ['imports', 'exports']
-- example:  year = 2020, flow = 'exports'
-- returns:  year, flow, sector, oecd_usd_m, mexico_record_usd_m, ratio, sure, width_rank
-- always:   ratio is null or ratio > 0

with oecd as (
    select
        sector,
        sum(value_usd_m) as oecd_usd_m
    from goods_by_sector
    where
        lens = 'oecd'
        and year = $year
        and is_goods
        and exporter = case when $flow = 'imports' then 'MEX' else 'CAN' end
    group by sector
),

mexico as (
    select
        sector,
        sum(value_usd_m) as mexico_record_usd_m
    from mexico_goods_by_hs
    where
        hs_level = 'HS2'
        and year = $year
        and grade <> 'D'
        and flow = case when $flow = 'imports' then 'exports' else 'imports' end
    group by sector
),

compared as (
    select
        coalesce(oecd.sector, mexico.sector) as sector,
        oecd.oecd_usd_m,
        mexico.mexico_record_usd_m,
        oecd.oecd_usd_m / nullif(mexico.mexico_record_usd_m, 0) as ratio,
        abs(ln(oecd.oecd_usd_m / nullif(mexico.mexico_record_usd_m, 0))) as width,
        case
            when oecd.oecd_usd_m is null or mexico.mexico_record_usd_m is null then 'none'
            when least(oecd.oecd_usd_m, mexico.mexico_record_usd_m) >= 500 then 'high'
            when least(oecd.oecd_usd_m, mexico.mexico_record_usd_m) >= 100 then 'medium'
            else 'low'
        end as sure
    from oecd
    full outer join mexico on oecd.sector = mexico.sector
    where $sector = ['all'] or list_contains($sector, coalesce(oecd.sector, mexico.sector))
)

select
    cast($year as integer) as year,
    cast($flow as varchar) as flow,
    sector,
    oecd_usd_m,
    mexico_record_usd_m,
    ratio,
    sure,
    case
        when sure = 'high'
            then cast(rank() over (partition by sure order by width desc) as integer)
    end as width_rank
from compared
order by greatest(coalesce(oecd_usd_m, 0), coalesce(mexico_record_usd_m, 0)) desc, sector
