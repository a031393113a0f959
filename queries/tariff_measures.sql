-- question: Which tariff measures of the three countries stand on a date, and in which state?
-- about:    Announced, paused, in force, struck down or ended, kept apart; imposed_by may be one country or all.
-- params:   date = '2026-08-24', imposing = ['all'], status = ['announced', 'paused', 'in_force', 'struck_down']
-- example:  date = '2025-09-18', imposing = ['USA'], status = ['in_force']
-- returns:  measure_part, measure_id, imposing, target, legal_basis, programme, measure_status, announced_on, paused_from, paused_to, valid_from, valid_to, collected_to, end_reason, measure_programme_en, measure_programme_fr, measure_programme_es, measure_scope_en, measure_scope_fr, measure_scope_es, measure_rate_en, measure_rate_fr, measure_rate_es, measure_cusma_en, measure_cusma_fr, measure_cusma_es, measure_note_en, measure_note_fr, measure_note_es, citation, evidence
-- always:   measure_status <> 'in_force' or (valid_to is null or valid_to >= valid_from)

with dated as (
    select
        measure_part,
        case
            when cast($date as date) between paused_from and paused_to then 'paused'
            when cast($date as date) < coalesce(announced_on, valid_from) then null
            when cast($date as date) < valid_from then 'announced'
            when valid_to is null or cast($date as date) <= valid_to then 'in_force'
            when end_reason = 'struck_down' then 'struck_down'
            else 'ended'
        end as measure_status
    from tariff_measures
)

select
    measures.measure_part,
    measures.measure_id,
    measures.imposing,
    measures.target,
    measures.legal_basis,
    measures.programme,
    dated.measure_status,
    measures.announced_on,
    measures.paused_from,
    measures.paused_to,
    measures.valid_from,
    measures.valid_to,
    measures.collected_to,
    measures.end_reason,
    measures.measure_programme_en,
    measures.measure_programme_fr,
    measures.measure_programme_es,
    measures.measure_scope_en,
    measures.measure_scope_fr,
    measures.measure_scope_es,
    measures.measure_rate_en,
    measures.measure_rate_fr,
    measures.measure_rate_es,
    measures.measure_cusma_en,
    measures.measure_cusma_fr,
    measures.measure_cusma_es,
    measures.measure_note_en,
    measures.measure_note_fr,
    measures.measure_note_es,
    measures.citation,
    measures.evidence
from tariff_measures as measures
inner join dated on measures.measure_part = dated.measure_part
where
    list_contains($status, dated.measure_status)
    and ($imposing = ['all'] or list_has_any($imposing, string_split(measures.imposing, ';')))
order by measures.imposing desc, measures.valid_from desc, measures.measure_part
