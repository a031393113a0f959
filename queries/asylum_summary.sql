-- question: How many Mexicans claimed asylum in the last year of a span, and when did most ever?
-- about:    IRCC's count at all offices; the peak is that of the whole series, whatever the span.
-- params:   from = 2000, to = 2100
-- example:  from = 2020, to = 2025
-- returns:  year, claims, vintage, peak_year, peak_claims
-- always:   claims <= peak_claims

with claims as (
    select
        year,
        claims,
        vintage
    from asylum_claims
    where publisher = 'IRCC' and country = 'MEX'
)

select
    max(year) as year,
    arg_max(claims, year) as claims,
    arg_max(vintage, year) as vintage,
    (select arg_max(c.year, c.claims) from claims as c) as peak_year,
    (select max(c.claims) from claims as c) as peak_claims
from claims
where year between $from and $to
having count(*) > 0
order by year
