-- question: What did the newest release of each source change, largest changes first within each unit?
-- about:    Each figure beside the one published before it; a withdrawn figure has no value. A period that was still running in the release before is left out.
-- params:   source_code = 'all', country = 'MEX', top = 25, as_of = '2100-12-31'
-- example:  source_code = 'all', country = 'MEX', top = 10
-- returns:  source_code, figure_kind, item, country, period_start, value_before, value, revision, revision_pct, revision_abs, unit, figure_status, published_before, published_on
-- always:   published_before < published_on and (revision is null or revision_abs = abs(revision)) and value is distinct from value_before

with versions as (
    select
        source_code,
        figure_kind,
        item,
        country,
        period_start,
        period_months,
        lag(value) over figure as value_before,
        value,
        unit,
        figure_status,
        lag(published_on) over figure as published_before,
        published_on,
        max(published_on) over (partition by source_code, figure_kind) as newest
    from figures_by_vintage
    where published_on <= cast($as_of as date)
    window figure as (partition by source_code, figure_kind, item, country, period_start order by published_on)
)

select
    source_code,
    figure_kind,
    item,
    country,
    period_start,
    value_before,
    value,
    value - value_before as revision,
    100 * (value - value_before) / nullif(abs(value_before), 0) as revision_pct,
    abs(value - value_before) as revision_abs,
    unit,
    figure_status,
    published_before,
    published_on
from versions
where
    published_on = newest
    and date_diff('month', period_start, published_before) >= period_months
    and value is distinct from value_before
    and ($source_code = 'all' or source_code = $source_code)
    and ($country = 'all' or country = $country)
qualify
    row_number() over (
        partition by unit
        order by abs(value - value_before) desc nulls last, source_code, figure_kind, item, country, period_start
    ) <= $top
order by unit, revision_abs desc nulls last, source_code, figure_kind, item, country, period_start
