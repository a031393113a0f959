-- question: In which provinces and at which level do permit holders of all nationalities study?
-- about:    All nationalities: no table by province and country is published.
-- params:   year = 2023, measure = 'stock'
-- choices:  measure = ['stock', 'flow']
-- example:  year = 2023, measure = 'stock'
-- returns:  year, measure, province, study_level, permits, suppressed, months_covered, is_partial, vintage
-- always:   study_level <> 'all' and is_partial = (months_covered < 12)

select
    year,
    measure,
    province,
    study_level,
    permits,
    suppressed,
    months_covered,
    months_covered < 12 as is_partial,
    vintage
from study_permits_by_level
where year = $year and measure = $measure and study_level <> 'all' and (permits is not null or suppressed)
order by province, study_level
