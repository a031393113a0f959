-- question: Who says what about each promise between Canada and Mexico?
-- params:   pillar = ['all'], lang = 'en'
-- example:  pillar = ['routes']
-- returns:  promise, pillar, evidence_order, evidence_date, source_title, source_url, grade, says
-- always:   evidence_order >= 1

select
    agenda_evidence.promise,
    agenda.pillar,
    agenda_evidence.evidence_order,
    agenda_evidence.evidence_date,
    agenda_evidence.source_title,
    agenda_evidence.source_url,
    agenda_evidence.grade,
    statements.words as says
from agenda_evidence
inner join agenda on agenda_evidence.promise = agenda.promise
inner join texts as statements
    on
        statements.text_kind = 'evidence_says'
        and agenda_evidence.promise || ':' || agenda_evidence.evidence_order = statements.code
        and statements.lang = $lang
where list_contains($pillar, 'all') or list_contains($pillar, agenda.pillar)
order by agenda_evidence.promise, agenda_evidence.evidence_order
