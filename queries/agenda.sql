-- question: What did Canada and Mexico promise each other, and what became of it?
-- about:    Status is our reading of the evidence; is_late compares the date due with the day asked about.
-- params:   pillar = ['all'], agenda_status = ['all'], date = '2026-11-29', lang = 'en'
-- example:  pillar = ['routes'], agenda_status = ['under_way']
-- returns:  promise, pillar, promised_on, due_on, agenda_status, is_late, checked_on, event, title, outcome
-- always:   not (is_late and agenda_status = 'done')

select
    agenda.promise,
    agenda.pillar,
    agenda.promised_on,
    agenda.due_on,
    agenda.agenda_status,
    agenda.agenda_status not in ('done', 'not_agreed')
    and agenda.due_on <> ''
    and agenda.due_on < left($date, length(agenda.due_on)) as is_late,
    agenda.checked_on,
    agenda.event,
    titles.words as title,
    outcomes.words as outcome
from agenda
inner join texts as titles
    on titles.text_kind = 'promise_title' and agenda.promise = titles.code and titles.lang = $lang
inner join texts as outcomes
    on outcomes.text_kind = 'promise_outcome' and agenda.promise = outcomes.code and outcomes.lang = $lang
where
    (list_contains($pillar, 'all') or list_contains($pillar, agenda.pillar))
    and (list_contains($agenda_status, 'all') or list_contains($agenda_status, agenda.agenda_status))
order by agenda.promised_on, agenda.promise
