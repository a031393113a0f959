-- question: What did the publishers say of a period on a given day, and what do they say now?
-- about:    Series of which more than one vintage is kept: study permits of Mexicans (flow), 2024 imports from Mexico, the 2020 direct investment position; a release of the year itself is partial and left out. Empty before the first vintage.
-- params:   as_of = '2100-12-31'
-- example:  as_of = '2025-09-18'
-- returns:  vintage_series, year, unit, published_on, value_then, latest_on, value_latest, revision, revision_pct, vintages
-- always:   revision is null or abs(revision - (value_latest - value_then)) < 1e-9

with vintages as (
    select
        vintage_series,
        year,
        unit,
        published_on,
        value
    from published_vintages
    union all
    select
        'study_permits' as vintage_series,
        year,
        'PERSONS' as unit,
        cast(vintage || '-01' as date) as published_on,
        permits as value
    from study_permits_by_vintage
    where country = 'MEX' and permits is not null and left(vintage, 4) <> cast(year as varchar)
),

latest as (
    select
        vintage_series,
        year,
        any_value(unit) as unit,
        max(published_on) as latest_on,
        max_by(value, published_on) as value_latest,
        cast(count(*) as integer) as vintages
    from vintages
    group by vintage_series, year
    having count(*) > 1
),

known as (
    select
        vintage_series,
        year,
        max(published_on) as published_on,
        max_by(value, published_on) as value_then
    from vintages
    where published_on <= cast($as_of as date)
    group by vintage_series, year
)

select
    latest.vintage_series,
    latest.year,
    latest.unit,
    known.published_on,
    known.value_then,
    latest.latest_on,
    latest.value_latest,
    latest.value_latest - known.value_then as revision,
    100 * (latest.value_latest / known.value_then - 1) as revision_pct,
    latest.vintages
from latest
left join known on latest.vintage_series = known.vintage_series and latest.year = known.year
order by coalesce(abs(revision_pct), 0) desc, latest.vintage_series, latest.year
