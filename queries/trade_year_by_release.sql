-- question: What did each release say of a year's goods trade with Mexico?
-- about:    Table 12-10-0011-01, customs basis, unadjusted, total exports: the newest figure of each month by the day of a release, added up. `months` says how much of the year it has; a release that left the year as it was has no row; days are month ends where only the month is known.
-- params:   year = 2025, as_of = '2100-12-31'
-- example:  year = 2025
-- returns:  published_on, year, months, imports_cad_m, exports_cad_m, two_way_cad_m
-- always:   months between 1 and 12 and abs(two_way_cad_m - imports_cad_m - exports_cad_m) < 1e-6

with figures as (
    select
        figure_kind,
        period_start,
        published_on,
        value
    from figures_by_vintage
    where
        source_code = 'statcan_goods'
        and country = 'MEX'
        and figure_kind in ('imports_customs_unadjusted', 'exports_customs_unadjusted')
        and date_part('year', period_start) = $year
        and published_on <= cast($as_of as date)
),

releases as (
    select distinct published_on
    from figures
),

known as (
    select
        releases.published_on,
        figures.figure_kind,
        figures.period_start,
        figures.value
    from releases
    inner join figures on releases.published_on >= figures.published_on
    qualify
        row_number() over (
            partition by releases.published_on, figures.figure_kind, figures.period_start
            order by figures.published_on desc
        ) = 1
)

select
    published_on,
    cast($year as integer) as year,
    cast(count(distinct period_start) as integer) as months,
    sum(value) filter (where figure_kind = 'imports_customs_unadjusted') as imports_cad_m,
    sum(value) filter (where figure_kind = 'exports_customs_unadjusted') as exports_cad_m,
    sum(value) as two_way_cad_m
from known
where value is not null
group by published_on
order by published_on
