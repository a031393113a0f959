-- question: How many Mexican citizens came to study, work, settle or seek asylum each year?
-- about:    Permits are months added up; asylum claims are IRCC's count at all offices.
-- params:   first_year = 2015, last_year = 2100
-- example:  first_year = 2019, last_year = 2025
-- returns:  year, stream, persons, grade
-- always:   persons >= 0

select
    year,
    stream,
    persons,
    grade
from permits_annual
where country = 'MEX' and year between $first_year and $last_year
union all
select
    year,
    'pr' as stream,
    persons,
    grade
from permanent_residents
where country = 'MEX' and year between $first_year and $last_year
union all
select
    year,
    'asylum' as stream,
    claims as persons,
    grade
from asylum_claims
where country = 'MEX' and publisher = 'IRCC' and year between $first_year and $last_year
order by stream, year
