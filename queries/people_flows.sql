-- question: How many Mexican citizens came to study, work, settle or seek asylum each year?
-- about:    Permits are months added up; asylum claims are IRCC's count at all offices.
-- params:   from = 2015, to = 2100, stream = ['all']
-- example:  from = 2019, to = 2025, stream = ['tfwp', 'imp', 'pr']
-- returns:  year, stream, persons, grade
-- always:   persons >= 0

with flows as (
    select
        year,
        stream,
        persons,
        grade
    from permits_annual
    where country = 'MEX' and year between $from and $to
    union all
    select
        year,
        'pr' as stream,
        persons,
        grade
    from permanent_residents
    where country = 'MEX' and year between $from and $to
    union all
    select
        year,
        'asylum' as stream,
        claims as persons,
        grade
    from asylum_claims
    where country = 'MEX' and publisher = 'IRCC' and year between $from and $to
)

select
    year,
    stream,
    persons,
    grade
from flows
where list_contains($stream, 'all') or list_contains($stream, stream)
order by stream, year
