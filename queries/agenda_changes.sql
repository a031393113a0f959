-- question: What became known last of the promises between Canada and Mexico?
-- about:    One row for each statement about a promise, the newest first; a date may be a month or a year.
-- params:   date = '2100-12-31', pillar = ['all'], agenda_status = ['all'], top = 50, lang = 'en'
-- example:  date = '2026-10-02', pillar = ['review'], top = 5
-- returns:  evidence_date, promise, evidence_order, pillar, agenda_status, title, says, source_title, source_url, grade
-- always:   evidence_order >= 1 and length(evidence_date) in (4, 7, 10)

select
    agenda_evidence.evidence_date,
    agenda_evidence.promise,
    agenda_evidence.evidence_order,
    agenda.pillar,
    agenda.agenda_status,
    titles.words as title,
    statements.words as says,
    agenda_evidence.source_title,
    agenda_evidence.source_url,
    agenda_evidence.grade
from agenda_evidence
inner join agenda on agenda_evidence.promise = agenda.promise
inner join texts as titles
    on titles.text_kind = 'promise_title' and agenda.promise = titles.code and titles.lang = $lang
inner join texts as statements
    on
        statements.text_kind = 'evidence_says'
        and agenda_evidence.promise || ':' || agenda_evidence.evidence_order = statements.code
        and statements.lang = $lang
where
    agenda_evidence.evidence_date <= left($date, length(agenda_evidence.evidence_date))
    and (list_contains($pillar, 'all') or list_contains($pillar, agenda.pillar))
    and (list_contains($agenda_status, 'all') or list_contains($agenda_status, agenda.agenda_status))
order by agenda_evidence.evidence_date desc, agenda_evidence.promise, agenda_evidence.evidence_order
limit $top
