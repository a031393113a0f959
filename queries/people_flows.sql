-- question: How many Mexican citizens came to study, work, settle or seek asylum each year?
-- about:    Permits are months added up, work permits of both programmes too, so that a person may count twice; asylum claims are IRCC's count at all offices. Each figure as the newest vintage on the day `as_of` has it, or as all until then have it.
-- params:   from = 2015, to = 2100, stream = ['all'], vintages = 'newest', as_of = '2100-12-31'
-- choices:  vintages = ['newest', 'all']
-- example:  from = 2019, to = 2025, stream = ['tfwp', 'imp', 'pr']
-- returns:  year, stream, persons, is_newest, vintage, grade
-- always:   persons >= 0

with flows as (
    select
        year,
        stream,
        persons,
        row_number() over (partition by year, stream order by vintage desc) = 1 as is_newest,
        vintage,
        grade
    from permits_annual
    where country = 'MEX' and vintage <= $as_of
    union all
    select
        year,
        'pr' as stream,
        persons,
        true as is_newest,
        vintage,
        grade
    from permanent_residents
    where country = 'MEX' and vintage <= $as_of
    union all
    select
        year,
        'asylum' as stream,
        claims as persons,
        true as is_newest,
        vintage,
        grade
    from asylum_claims
    where country = 'MEX' and publisher = 'IRCC' and vintage <= $as_of
)

select
    year,
    stream,
    persons,
    is_newest,
    vintage,
    grade
from flows
where
    year between $from and $to
    and (list_contains($stream, 'all') or list_contains($stream, stream))
    and ($vintages = 'all' or is_newest)
order by stream, year, vintage
