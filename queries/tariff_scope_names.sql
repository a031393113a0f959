-- question: Which lists of products do tariff rules speak of?
-- params:   lang = 'en'
-- example:
-- returns:  tariff_scope, name
-- always:   tariff_scope <> ''

select
    code as tariff_scope,
    words as name
from texts
where text_kind = 'tariff_list_name' and lang = $lang
order by tariff_scope
