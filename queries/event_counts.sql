-- question: How many strains and repairs are there in a span of years?
-- params:   first_year = 1944, last_year = 2100, categories = ['all'], actors = ['all'], effects = ['all'], scopes = ['all'], confidences = ['all'], text = ''
-- example:  first_year = 1944, last_year = 2026
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
    year(date) between $first_year and $last_year
    and (list_contains($categories, 'all') or list_contains($categories, category))
    and (list_contains($actors, 'all') or list_has_any(string_split(events.actors, ';'), $actors))
    and (list_contains($effects, 'all') or list_contains($effects, effect))
    and (list_contains($scopes, 'all') or list_contains($scopes, scope))
    and (list_contains($confidences, 'all') or list_contains($confidences, confidence))
    and (
        $text = ''
        or contains(
            lower(strip_accents(concat_ws(' ', title_en, title_fr, title_es, summary_en, summary_fr, summary_es))),
            lower(strip_accents($text))
        )
    )
group by effect
order by effect desc
