-- question: For which years can the OECD's flow and Mexico's own record be laid side by side by sector?
-- about:    Years that both have; those in which Mexico's record is incomplete (grade D) stay out.
-- params:   flow = 'imports'
-- choices:  flow = ['imports', 'exports']
-- example:  flow = 'exports'
-- returns:  year
-- always:   year >= 1990

select distinct mexico.year
from mexico_goods_by_hs as mexico
inner join goods_by_sector as oecd on mexico.year = oecd.year and oecd.lens = 'oecd'
where
    mexico.hs_level = 'HS2'
    and mexico.grade <> 'D'
    and mexico.flow = case when $flow = 'imports' then 'exports' else 'imports' end
order by mexico.year
