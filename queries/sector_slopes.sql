-- question: How did what Canada and Mexico sell each other change between two years, sector by sector?
-- about:    One lens at a time, both flows; the change is in the lens's currency at current prices. A sector that is missing in one of the years has no change.
-- params:   first = 2011, second = 2022, sector = ['all'], lens = 'oecd', lang = 'en'
-- example:  first = 2011, second = 2022, lens = 'oecd'
-- returns:  flow, year, sector, sector_name, value_usd_m, value_cad_m, change_since_pct, rank, grade
-- always:   flow in ('imports', 'exports') and rank >= 1

with flows as (
    select
        case exporter when 'MEX' then 'imports' else 'exports' end as flow,
        year,
        sector,
        sum(value_usd_m) as value_usd_m,
        sum(value_cad_m) as value_cad_m,
        max(grade) as grade
    from goods_by_sector
    where
        lens = $lens
        and year in ($first, $second)
        and (list_contains($sector, sector) or (list_contains($sector, 'all') and is_goods))
    group by exporter, year, sector
),

later as (
    select
        flow,
        sector,
        coalesce(value_cad_m, value_usd_m) as amount,
        cast(rank() over (partition by flow order by coalesce(value_cad_m, value_usd_m) desc) as integer) as rank
    from flows
    where year = $second
),

earlier as (
    select
        flow,
        sector,
        coalesce(value_cad_m, value_usd_m) as amount
    from flows
    where year = $first
)

select
    flows.flow,
    flows.year,
    flows.sector,
    coalesce(joint.words, names.words) as sector_name,
    flows.value_usd_m,
    flows.value_cad_m,
    100 * (later.amount / nullif(earlier.amount, 0) - 1) as change_since_pct,
    later.rank,
    flows.grade
from flows
inner join later on flows.flow = later.flow and flows.sector = later.sector
left join earlier on flows.flow = earlier.flow and flows.sector = earlier.sector
inner join texts as names on names.text_kind = 'sector_name' and flows.sector = names.code and names.lang = $lang
left join texts as joint
    on joint.text_kind = 'sector_name' and $lens || ':' || flows.sector = joint.code and joint.lang = $lang
order by flows.flow desc, later.rank, flows.sector, flows.year
