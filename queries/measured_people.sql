-- question: How many Mexicans came each year, as a share of all nationalities and beside a base year?
-- about:    Study permits held at the end of a year and taken up in it, asylum claims (IRCC), work permits and permanent residents; whole years, the newest vintage of each on the day `as_of`. A share only where the count of all nationalities is at hand. Counts of persons have no prices.
-- params:   stream = ['all'], base = 2019, from = 2000, to = 2100, as_of = '2100-12-31'
-- example:  stream = ['study_stock', 'study_flow'], base = 2019, from = 2018, to = 2024
-- returns:  year, stream, base_year, persons, share_pct, persons_index, vintage
-- always:   coalesce(year <> base_year or abs(persons_index - 100) < 1e-9, true) and share_pct between 0 and 100

with every_stream as (
    select
        mexico.year,
        'study_' || mexico.measure as stream,
        mexico.permits as persons,
        100e0 * mexico.permits / world.permits as share_pct,
        mexico.vintage
    from study_permits as mexico
    left join study_permits as world
        on
            mexico.measure = world.measure
            and mexico.year = world.year
            and world.country = 'WLD'
            and world.vintage <= $as_of
    where
        mexico.country = 'MEX'
        and mexico.months_covered = 12
        and mexico.permits is not null
        and mexico.vintage <= $as_of
    union all
    select
        mexico.year,
        'asylum' as stream,
        mexico.claims as persons,
        100e0 * mexico.claims / world.claims as share_pct,
        mexico.vintage
    from asylum_claims as mexico
    left join asylum_claims as world
        on
            mexico.year = world.year
            and mexico.publisher = world.publisher
            and world.country = 'WLD'
            and world.vintage <= $as_of
    where mexico.country = 'MEX' and mexico.publisher = 'IRCC' and mexico.vintage <= $as_of
    union all
    select
        year,
        stream,
        persons,
        null as share_pct,
        vintage
    from (
        select
            year,
            stream,
            persons,
            vintage,
            row_number() over (partition by year, stream order by vintage desc) = 1 as is_newest
        from permits_annual
        where country = 'MEX' and stream in ('work', 'tfwp', 'imp') and vintage <= $as_of
    ) as permits
    where is_newest
    union all
    select
        year,
        'pr' as stream,
        persons,
        null as share_pct,
        vintage
    from permanent_residents
    where country = 'MEX' and vintage <= $as_of
),

beside_base as (
    select
        year,
        stream,
        persons,
        share_pct,
        vintage,
        max(case when year = $base then persons end) over (partition by stream) as base_persons
    from every_stream
)

select
    year,
    stream,
    case when base_persons is not null then cast($base as integer) end as base_year,
    cast(persons as integer) as persons,
    cast(share_pct as double) as share_pct,
    100e0 * persons / nullif(base_persons, 0) as persons_index,
    vintage
from beside_base
where
    year between $from and $to
    and (list_contains($stream, 'all') or list_contains($stream, stream))
order by stream, year
