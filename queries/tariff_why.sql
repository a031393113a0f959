-- question: Why does a product pay the rate it pays on a date?
-- about:    Base duty, then every rule that lists the product: which applies, which is outranked, set aside or excluded, what CUSMA leaves, with the citation of each.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN'], hs10 = '7210490091', cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = []
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['MEX'], hs10 = '8703230190'
-- returns:  step_order, partner, hs10, step, authority, programme, measure_id, rule_id, tariff_scope, rate_pct, rate_kind, basis_pct, claim_share_pct, after_cusma_pct, effective_rate_pct, citation
-- always:   effective_rate_pct >= 0 and (step in ('base', 'applies') or effective_rate_pct = 0)

with parts as (
    select
        partner,
        hs10,
        authority,
        programme,
        measure_id,
        rule_id,
        part_of_value,
        after_cusma,
        claim_share,
        rate,
        duty_usd / nullif(imports_usd, 0) as effective
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where hs10 = $hs10
),

candidates as (
    select
        partner,
        hs10,
        authority,
        programme,
        measure_id,
        rule_id,
        tariff_scope,
        rate,
        rate_kind,
        basis,
        claim_share,
        excluded,
        place
    from tariff_candidates($date, $partner, $cusma, $claims, $override)
    where hs10 = $hs10
),

whom as (
    select unnest(cast($partner as varchar[])) as partner
),

-- A measure has rows for everyone and for partners with terms of their own: those of the partner go first.
citations as (
    select
        measures.measure_id,
        whom.partner,
        arg_max(
            measures.citation, (measures.target <> 'WLD', measures.valid_from, -measures.measure_part)
        ) as citation
    from tariff_measures as measures
    inner join whom on measures.target = 'WLD' or list_contains(string_split(measures.target, ';'), whom.partner)
    where measures.valid_from <= cast($date as date)
    group by measures.measure_id, whom.partner
),

rule_citations as (
    select
        rule_id,
        nullif(rule_citation, '') as citation
    from tariff_rules
),

-- The base duty is the one realised in 2024; the tariff schedule gives it only where CUSMA is supposed to lapse.
scheduled as (
    select distinct cusma_claims.partner
    from cusma_claims
    inner join mfn_rates on mfn_rates.hs8 = left($hs10, 8)
    where $cusma = 'lapsed' and mfn_rates.mfn_rate_pct is not null
),

steps as (
    select
        parts.partner,
        parts.hs10,
        'base' as step,
        parts.authority,
        parts.programme,
        parts.measure_id,
        parts.rule_id,
        '' as tariff_scope,
        parts.rate,
        'base' as rate_kind,
        1 as basis,
        parts.claim_share,
        1 as after_cusma,
        parts.effective,
        0 as place
    from parts
    where parts.authority = 'mfn'
    union all
    select
        candidates.partner,
        candidates.hs10,
        case
            when candidates.excluded then 'excluded'
            when candidates.place > 1 then 'outranked'
            when
                parts.part_of_value = 0 and candidates.authority <> 's232' and candidates.rate_kind <> 'none'
                then 'displaced'
            else 'applies'
        end as step,
        candidates.authority,
        candidates.programme,
        candidates.measure_id,
        candidates.rule_id,
        candidates.tariff_scope,
        candidates.rate,
        candidates.rate_kind,
        coalesce(parts.part_of_value, candidates.basis) as basis,
        candidates.claim_share,
        parts.after_cusma,
        coalesce(parts.effective, 0) as effective,
        candidates.place
    from candidates
    left join parts
        on
            candidates.partner = parts.partner
            and candidates.rule_id = parts.rule_id
            and candidates.place = 1
            and not candidates.excluded
)

select
    cast(row_number() over (
        order by
            steps.partner, steps.step <> 'base', steps.authority <> 's232', steps.authority, steps.place, steps.rule_id
    ) as integer) as step_order,
    steps.partner,
    steps.hs10,
    steps.step,
    steps.authority,
    steps.programme,
    steps.measure_id,
    steps.rule_id,
    steps.tariff_scope,
    100 * steps.rate as rate_pct,
    steps.rate_kind,
    100.0 * steps.basis as basis_pct,
    100 * steps.claim_share as claim_share_pct,
    100.0 * steps.after_cusma as after_cusma_pct,
    100 * steps.effective as effective_rate_pct,
    case
        when steps.step = 'base' and scheduled.partner is null
            then 'U.S. Census Bureau, imports for consumption 2024: calculated duty ÷ customs value'
        else coalesce(rule_citations.citation, citations.citation)
    end as citation
from steps
left join scheduled on steps.partner = scheduled.partner
left join citations on steps.measure_id = citations.measure_id and steps.partner = citations.partner
left join rule_citations on steps.rule_id = rule_citations.rule_id
order by step_order
