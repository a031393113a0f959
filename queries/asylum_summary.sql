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
),

peak as (
    select
        year,
        claims
    from claims
    order by claims desc, year
    limit 1
)

select
    claims.year,
    claims.claims,
    claims.vintage,
    peak.year as peak_year,
    peak.claims as peak_claims
from claims
cross join peak
where claims.year between $from and $to
order by claims.year desc
limit 1
