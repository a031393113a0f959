-- question: Which dates come next between Canada and Mexico?
-- params:   date = '2026-11-29', top = 10, lang = 'en'
-- example:  date = '2026-01-01', top = 3
-- returns:  due_on, promise, pillar, agenda_status, checked_on, title, outcome
-- always:   due_on <> ''

select
    agenda.due_on,
    agenda.promise,
    agenda.pillar,
    agenda.agenda_status,
    agenda.checked_on,
    titles.words as title,
    outcomes.words as outcome
from agenda
inner join texts as titles
    on titles.text_kind = 'promise_title' and agenda.promise = titles.code and titles.lang = $lang
inner join texts as outcomes
    on outcomes.text_kind = 'promise_outcome' and agenda.promise = outcomes.code and outcomes.lang = $lang
where agenda.due_on <> '' and agenda.due_on >= left($date, length(agenda.due_on))
-- What is due in a year or month is due by its end.
order by left(agenda.due_on || '-99-99', 10), agenda.promise
limit $top
