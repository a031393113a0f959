-- question: Which are the common sectors?
-- params:   lang = 'en'
-- example:
-- returns:  sector, is_goods, name
-- always:   length(sector) = 2

select
    sectors.sector,
    sectors.is_goods,
    names.words as name
from sectors
inner join texts as names on names.text_kind = 'sector_name' and sectors.sector = names.code and names.lang = $lang
order by sectors.sector
