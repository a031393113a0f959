-- question: What did the press say, and does it hold when it is recomputed?
-- about:    Each claim is recomputed by the query it names; recomputed and other_value are in the units of stated_unit and other_unit, rows is how many rows our figure was found among. The reasons name both figures as {ours} and {other}.
-- params:   article = ['all'], topic = ['all'], verdict = ['all']
-- example:  topic = ['trade'], verdict = ['matches']
-- returns:  claim, article, article_date, article_en, article_fr, article_es, topic, about_period, claim_kind, stated_value, stated_text, stated_unit, says_en, says_fr, says_es, concept_en, concept_fr, concept_es, official_series, check_query, check_params, check_column, shown_column, check_row, check_scale, tolerance, rounding, concept_fits, other_query, other_params, other_column, other_scale, other_unit, other_tolerance, unit_stated, waits_for, reason_en, reason_fr, reason_es, page, page_params, rows, recomputed, recomputed_text, other_value, difference, verdict
-- computed_by: queries.claims
-- always:   tolerance is null or tolerance >= 0

select
    claim,
    article,
    article_date,
    article_en,
    article_fr,
    article_es,
    topic,
    about_period,
    claim_kind,
    stated_value,
    stated_text,
    stated_unit,
    says_en,
    says_fr,
    says_es,
    concept_en,
    concept_fr,
    concept_es,
    official_series,
    check_query,
    check_params,
    check_column,
    shown_column,
    check_row,
    check_scale,
    tolerance,
    rounding,
    concept_fits,
    other_query,
    other_params,
    other_column,
    other_scale,
    other_unit,
    other_tolerance,
    unit_stated,
    waits_for,
    reason_en,
    reason_fr,
    reason_es,
    page,
    page_params,
    cast(null as integer) as rows,
    cast(null as double) as recomputed,
    '' as recomputed_text,
    cast(null as double) as other_value,
    cast(null as double) as difference,
    '' as verdict
from claims
where
    (list_contains($article, 'all') or list_contains($article, article))
    and (list_contains($topic, 'all') or list_contains($topic, topic))
order by claim
