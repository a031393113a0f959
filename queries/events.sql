-- question: What strained the relation between Canada and Mexico, and what repaired it?
-- about:    Intensity is a judgement with its reason; an event is a mark in time, never a cause.
-- params:   first_year = 1944, last_year = 2100, categories = ['all'], actors = ['all'], effects = ['all'], scopes = ['all'], confidences = ['all'], text = ''
-- example:  first_year = 2024, last_year = 2026, effects = ['strain'], text = 'visa'
-- returns:  event, date, date_precision, category, actors, effect, intensity, scope, confidence, title_en, title_fr, title_es, summary_en, summary_fr, summary_es, reason_en, reason_fr, reason_es, note_en, note_fr, note_es, source_title, source_url, source_locator
-- always:   intensity between 1 and 3 and effect in ('strain', 'repair', 'neutral')

select
    event,
    date,
    date_precision,
    category,
    actors,
    effect,
    intensity,
    scope,
    confidence,
    title_en,
    title_fr,
    title_es,
    summary_en,
    summary_fr,
    summary_es,
    reason_en,
    reason_fr,
    reason_es,
    note_en,
    note_fr,
    note_es,
    source_title,
    source_url,
    source_locator
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
order by date, event
