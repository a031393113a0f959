-- question: For which countries are U.S. imports by product at hand?
-- about:    2024 imports for consumption in all, and without chapters 98 and 99; CUSMA claim shares where there are any.
-- params:
-- example:
-- returns:  partner, value_usd_m, imports_usd_m, claim_share_pct
-- always:   imports_usd_m <= value_usd_m and (claim_share_pct is null or claim_share_pct between 0 and 100)

with claims as (
    select
        partner,
        100 * claimed_usd / imports_usd as claim_share_pct
    from cusma_claims
    where claim_period = '2024' and hs_code = 'TOTAL'
)

select
    imports.partner,
    sum(imports.imports_usd) / 1e6 as value_usd_m,
    sum(case when left(imports.hs10, 2) in ('98', '99') then 0 else imports.imports_usd end) / 1e6 as imports_usd_m,
    any_value(claims.claim_share_pct) as claim_share_pct
from us_imports_by_product as imports
left join claims on imports.partner = claims.partner
group by imports.partner
order by value_usd_m desc
