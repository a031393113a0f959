-- question: Which products answer to a code or to words?
-- about:    The beginning of an HS code, or the beginning of words in English, French or Spanish found in the names of headings (whole words first), Mexican tariff lines, chapters and those lists of products that matter for the partner, in this order; the largest 2024 imports of the partner first. A product bears the name of its heading, else of its chapter.
-- engine:   duckdb
-- params:   text = '', partner = 'CAN', top = 40, lang = 'en'
-- example:  text = 'acier', partner = 'CAN', top = 10
-- returns:  hs10, hs_chapter, name, imports_usd_m, scopes
-- always:   length(hs10) = 10 and imports_usd_m >= 0

with wanted as (
    select
        case
            when trim($text) = '' then ''
            else ' ' || replace(lower(strip_accents(translate(trim($text), '’''-', '   '))), 'œ', 'oe')
        end as words,
        replace($text, '.', '') as code
),

-- Each word without accents and marks, between two spaces.
plain as (
    select
        text_kind,
        code,
        lang,
        words,
        ' ' || replace(lower(strip_accents(translate(words, '(),|’''-', '       '))), 'œ', 'oe') || ' ' as plain_words
    from texts
    where text_kind in ('heading_name', 'chapter_name', 'tariff_line_name', 'tariff_list_name')
),

relevant as (
    select tariff_scope
    from tariff_rules
    where partner in ($partner, 'WLD')
    union
    select unnest(string_split(except_scopes, ';')) as tariff_scope
    from tariff_rules
    where partner in ($partner, 'WLD')
),

listed as (
    select
        scopes.hs10,
        string_agg(distinct scopes.tariff_scope, ';' order by scopes.tariff_scope) as scopes,
        string_agg(distinct names.plain_words, '|') as words
    from tariff_scopes as scopes
    inner join relevant on scopes.tariff_scope = relevant.tariff_scope
    inner join plain as names on names.text_kind = 'tariff_list_name' and scopes.tariff_scope = names.code
    group by scopes.hs10
),

official as (
    select
        left(code, 6) as hs6,
        string_agg(plain_words, '|') as words
    from plain
    where text_kind = 'tariff_line_name'
    group by left(code, 6)
),

called as (
    select
        text_kind,
        code,
        max(words) filter (where lang = $lang) as name,
        string_agg(plain_words, '|') as words
    from plain
    where text_kind in ('heading_name', 'chapter_name')
    group by text_kind, code
),

found as (
    select
        lines.hs10,
        lines.hs_chapter,
        coalesce(headings.name, chapters.name) as name,
        lines.imports_usd / 1e6 as imports_usd_m,
        coalesce(listed.scopes, '') as scopes,
        case
            when starts_with(lines.hs10, wanted.code) then 1
            when contains(headings.words, wanted.words || ' ') then 2
            when contains(headings.words, wanted.words) then 3
            when contains(official.words, wanted.words) then 4
            when contains(chapters.words, wanted.words) then 5
            when contains(listed.words, wanted.words) then 6
        end as place
    from tariff_lines as lines
    cross join wanted
    inner join called as chapters on chapters.text_kind = 'chapter_name' and lines.hs_chapter = chapters.code
    left join called as headings on headings.text_kind = 'heading_name' and left(lines.hs10, 4) = headings.code
    left join official on left(lines.hs10, 6) = official.hs6
    left join listed on lines.hs10 = listed.hs10
    where lines.partner = $partner
)

select
    hs10,
    hs_chapter,
    name,
    imports_usd_m,
    scopes
from found
where place is not null
order by place, imports_usd_m desc, hs10
limit $top
