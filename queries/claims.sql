-- question: What did the press say, and does it hold when it is recomputed?
-- about:    Each claim is recomputed by the query it names; recomputed and other_value are in the units of stated_unit and other_unit, rows is how many rows our figure was found among. ours_quoted says that our figure is itself a quotation.
-- params:   article = ['all'], topic = ['all'], verdict = ['all'], lang = 'en'
-- example:  topic = ['trade'], verdict = ['matches']
-- returns:  claim, article, article_date, article_url, article_name, topic, about_period, claim_kind, stated_value, stated_text, stated_unit, says, claim_concept, official_series, check_query, check_params, check_column, shown_column, check_row, check_scale, tolerance, concept_fits, other_query, other_params, other_column, other_scale, other_unit, other_tolerance, unit_stated, waits_for, reason, page, page_params, rows, recomputed, recomputed_text, other_value, ours_quoted, difference, verdict
-- computed_by: queries.claims
-- always:   tolerance is null or tolerance >= 0

select
    claims.claim,
    claims.article,
    claims.article_date,
    claims.article_url,
    article_names.words as article_name,
    claims.topic,
    claims.about_period,
    claims.claim_kind,
    claims.stated_value,
    claims.stated_text,
    claims.stated_unit,
    statements.words as says,
    concepts.words as claim_concept,
    claims.official_series,
    claims.check_query,
    claims.check_params,
    claims.check_column,
    claims.shown_column,
    claims.check_row,
    claims.check_scale,
    claims.tolerance,
    claims.concept_fits,
    claims.other_query,
    claims.other_params,
    claims.other_column,
    claims.other_scale,
    claims.other_unit,
    claims.other_tolerance,
    claims.unit_stated,
    claims.waits_for,
    reasons.words as reason,
    claims.page,
    claims.page_params,
    cast(null as integer) as rows,
    cast(null as double) as recomputed,
    '' as recomputed_text,
    cast(null as double) as other_value,
    false as ours_quoted,
    cast(null as double) as difference,
    '' as verdict
from claims
inner join texts as article_names
    on article_names.text_kind = 'article_name' and claims.article = article_names.code and article_names.lang = $lang
inner join texts as statements
    on statements.text_kind = 'claim_says' and claims.claim = statements.code and statements.lang = $lang
inner join texts as concepts
    on concepts.text_kind = 'claim_concept' and claims.claim = concepts.code and concepts.lang = $lang
inner join texts as reasons
    on reasons.text_kind = 'claim_reason' and claims.claim = reasons.code and reasons.lang = $lang
where
    (list_contains($article, 'all') or list_contains($article, claims.article))
    and (list_contains($topic, 'all') or list_contains($topic, claims.topic))
order by claims.claim
