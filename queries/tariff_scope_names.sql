-- question: Which lists of products do tariff rules speak of?
-- params:
-- example:
-- returns:  tariff_scope, name_en, name_fr, name_es
-- always:   tariff_scope <> ''

select
    tariff_scope,
    name_en,
    name_fr,
    name_es
from tariff_scope_names
order by tariff_scope
