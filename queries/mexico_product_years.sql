-- question: For which years is Mexico's own record of its trade with Canada by product at hand, and whole?
-- about:    By level of detail and flow as Mexico sees it; years that are incomplete (grade D) stay out.
-- params:   level = 'HS2', flow = 'exports'
-- example:  level = 'HS2', flow = 'imports'
-- returns:  year
-- always:   year >= 1990

select distinct year
from mexico_goods_by_hs
where hs_level = $level and flow = $flow and grade <> 'D'
union
select distinct year
from mexico_tariff_lines
where $level = 'HS8' and flow = $flow and grade <> 'D'
order by year
