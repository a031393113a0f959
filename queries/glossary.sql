-- question: What do the terms on these pages mean, and who defines them so?
-- about:    Terms are in the order of their names; marks are the words, separated by semicolons, under which pages explain a term where it first stands.
-- engine:   duckdb
-- params:   lang = 'en'
-- example:  lang = 'fr'
-- returns:  term, name, explanation, marks, source_title, source_url
-- always:   name <> '' and explanation <> ''

select
    glossary.term,
    names.words as name,
    sayings.words as explanation,
    coalesce(marks.words, '') as marks,
    glossary.source_title,
    coalesce(glossary.source_url, '') as source_url
from glossary
inner join texts as names on names.text_kind = 'term_name' and glossary.term = names.code and names.lang = $lang
inner join texts as sayings on sayings.text_kind = 'term_says' and glossary.term = sayings.code and sayings.lang = $lang
left join texts as marks on marks.text_kind = 'term_mark' and glossary.term = marks.code and marks.lang = $lang
order by lower(strip_accents(names.words)), glossary.term
