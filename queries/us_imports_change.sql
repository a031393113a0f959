-- question: Whose sales to the United States fell more in a year, Canada's or Mexico's?
-- about:    U.S. imports for consumption against 2024; years at hand whole: 2025.
-- params:   year = 2025
-- example:  year = 2025
-- returns:  year, canada_change_pct, mexico_change_pct, canada_fell_more
-- always:   canada_fell_more = (canada_change_pct < mexico_change_pct)

with totals as (
    select
        partner,
        max(imports_usd) filter (where claim_period = '2024') as before,
        max(imports_usd) filter (where claim_period = cast($year as varchar)) as after
    from cusma_claims
    where hs_code = 'TOTAL'
    group by partner
),

changes as (
    select
        100 * (max(after / before) filter (where partner = 'CAN') - 1) as canada_change_pct,
        100 * (max(after / before) filter (where partner = 'MEX') - 1) as mexico_change_pct
    from totals
)

select
    cast($year as integer) as year,
    canada_change_pct,
    mexico_change_pct,
    canada_change_pct < mexico_change_pct as canada_fell_more
from changes
where canada_change_pct is not null
order by year
