-- question: How many promises between Canada and Mexico are done, and up to when were sources read?
-- about:    Late is past its date without a result on the day asked about.
-- params:   pillar = ['all'], agenda_status = ['all'], date = '2026-11-29'
-- example:  pillar = ['routes']
-- returns:  promises, done, late, first_checked_on, last_checked_on, last_checked
-- always:   done + late <= promises and last_checked between 1 and promises and first_checked_on <= last_checked_on

with chosen as (
    select
        agenda_status,
        checked_on,
        agenda_status not in ('done', 'not_agreed')
        and due_on <> ''
        and due_on < left($date, length(due_on)) as is_late,
        max(checked_on) over () as newest
    from agenda
    where
        (list_contains($pillar, 'all') or list_contains($pillar, pillar))
        and (list_contains($agenda_status, 'all') or list_contains($agenda_status, agenda_status))
)

select
    cast(count(*) as integer) as promises,
    cast(count(*) filter (where agenda_status = 'done') as integer) as done,
    cast(count(*) filter (where is_late) as integer) as late,
    min(checked_on) as first_checked_on,
    max(checked_on) as last_checked_on,
    cast(count(*) filter (where checked_on = newest) as integer) as last_checked
from chosen
having count(*) > 0
order by promises
