-- question: How many strains and repairs are there in a span of years?
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = ''
-- example:  from = 1944, to = 2026
-- returns:  effect, events, strongest, first_date, last_date
-- always:   events > 0 and strongest <= events

select
    effect,
    cast(count(*) as integer) as events,
    cast(count(*) filter (where intensity = 3) as integer) as strongest,
    min(date) as first_date,
    max(date) as last_date
from events
where
    year(date) between $from and $to
    and (list_contains($category, 'all') or list_contains($category, category))
    and (list_contains($actor, 'all') or list_has_any(string_split(events.actors, ';'), $actor))
    and (list_contains($effect, 'all') or list_contains($effect, effect))
    and (list_contains($scope, 'all') or list_contains($scope, scope))
    and (list_contains($confidence, 'all') or list_contains($confidence, confidence))
    and (
        $text = ''
        or contains(
            lower(strip_accents(concat_ws(' ', title_en, title_fr, title_es, summary_en, summary_fr, summary_es))),
            lower(strip_accents($text))
        )
    )
group by effect
order by effect desc
