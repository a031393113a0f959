-- question: What strained the relation between Canada and Mexico, and what repaired it?
-- about:    Intensity is a judgement with its reason; an event is a mark in time, never a cause.
-- params:   from = 1944, to = 2100, category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = ''
-- example:  from = 2024, to = 2026, effect = ['strain'], text = 'visa'
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
order by date, event
