-- question: Which chapters does the Harmonized System have, and which common sector are they in?
-- params:
-- example:
-- returns:  hs_chapter, name_en, name_fr, name_es, sector
-- always:   length(hs_chapter) = 2

select
    hs_chapter,
    name_en,
    name_fr,
    name_es,
    sector
from hs_chapters
order by hs_chapter
