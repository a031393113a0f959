-- question: Which are the common sectors?
-- params:
-- example:
-- returns:  sector, is_goods, name_en, name_fr, name_es
-- always:   length(sector) = 2

select
    sector,
    is_goods,
    name_en,
    name_fr,
    name_es
from sectors
order by sector
