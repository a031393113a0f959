-- question: What did a source's figures of a country look like on a given day?
-- about:    Of each figure the newest version published by then; withdrawn figures are left out.
-- params:   source_code = 'cimt', country = 'MEX', as_of = '2100-12-31'
-- example:  source_code = 'ircc_study_totals', country = 'MEX', as_of = '2025-02-01'
-- returns:  source_code, figure_kind, item, country, period_start, value, unit, figure_status, published_on
-- always:   figure_status <> 'withdrawn'

with known as (
    select
        source_code,
        figure_kind,
        item,
        country,
        period_start,
        value,
        unit,
        figure_status,
        published_on
    from figures_by_vintage
    where source_code = $source_code and country = $country and published_on <= cast($as_of as date)
    qualify
        row_number() over (partition by figure_kind, item, period_start order by published_on desc) = 1
)

select
    source_code,
    figure_kind,
    item,
    country,
    period_start,
    value,
    unit,
    figure_status,
    published_on
from known
where figure_status <> 'withdrawn'
order by figure_kind, item, period_start
