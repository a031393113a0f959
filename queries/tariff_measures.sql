-- question: Which tariff measures of the three countries stand on a date, and in which state?
-- about:    Announced, paused, in force, struck down or ended, kept apart; imposed_by may be one country or all.
-- params:   date = '2026-10-02', imposing = ['all'], status = ['announced', 'paused', 'in_force', 'struck_down'], lang = 'en'
-- example:  date = '2025-09-18', imposing = ['USA'], status = ['in_force']
-- returns:  measure_part, measure_id, imposing, target, legal_basis, programme, measure_status, announced_on, paused_from, paused_to, valid_from, valid_to, collected_to, end_reason, measure_programme, measure_scope, measure_rate, measure_cusma, measure_note, citation, evidence
-- always:   measure_status <> 'in_force' or (valid_to is null or valid_to >= valid_from)

with dated as (
    select
        measure_part,
        cast(measure_part as varchar) as code,
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
    coalesce(programmes.words, '') as measure_programme,
    coalesce(scopes.words, '') as measure_scope,
    coalesce(rates.words, '') as measure_rate,
    coalesce(treatments.words, '') as measure_cusma,
    coalesce(notes.words, '') as measure_note,
    measures.citation,
    measures.evidence
from tariff_measures as measures
inner join dated on measures.measure_part = dated.measure_part
left join texts as programmes
    on programmes.text_kind = 'measure_programme' and dated.code = programmes.code and programmes.lang = $lang
left join texts as scopes on scopes.text_kind = 'measure_scope' and dated.code = scopes.code and scopes.lang = $lang
left join texts as rates on rates.text_kind = 'measure_rate' and dated.code = rates.code and rates.lang = $lang
left join texts as treatments
    on treatments.text_kind = 'measure_cusma' and dated.code = treatments.code and treatments.lang = $lang
left join texts as notes on notes.text_kind = 'measure_note' and dated.code = notes.code and notes.lang = $lang
where
    list_contains($status, dated.measure_status)
    and ($imposing = ['all'] or list_has_any($imposing, string_split(measures.imposing, ';')))
order by measures.imposing desc, measures.valid_from desc, measures.measure_part
