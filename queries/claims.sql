-- question: What did the press say, and which query and tolerance decide whether it holds?
-- about:    The verdict itself is recomputed from these rows: python -m queries.claims
-- params:
-- example:
-- returns:  claim, article, article_date, article_en, article_fr, article_es, topic, about_period, claim_kind, stated_value, stated_text, stated_unit, says_en, says_fr, says_es, concept_en, concept_fr, concept_es, official_series, check_query, check_params, check_column, shown_column, check_row, check_scale, tolerance, rounding, concept_fits, other_query, other_params, other_column, other_scale, other_unit, other_tolerance, unit_stated, waits_for, reason_en, reason_fr, reason_es, page, page_params
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
    page_params
from claims
order by claim
