-- question: Which chapters does the Harmonized System have, and which common sector are they in?
-- params:   lang = 'en'
-- example:
-- returns:  hs_chapter, name, sector
-- always:   length(hs_chapter) = 2

select
    chapters.hs_chapter,
    names.words as name,
    chapters.sector
from hs_chapters as chapters
inner join texts as names
    on names.text_kind = 'chapter_name' and chapters.hs_chapter = names.code and names.lang = $lang
order by chapters.hs_chapter
