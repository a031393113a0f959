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

-- Each name, and whether the words, or words that begin so, stand in it in any language: without accents and marks, each
-- word between two spaces.
named as (
    select
        plain.text_kind,
        plain.code,
        max(plain.words) filter (where plain.lang = $lang) as name,
        bool_or(contains(plain.plain_words, wanted.words || ' ')) as has_words,
        bool_or(contains(plain.plain_words, wanted.words)) as has_beginnings
    from (
        select
            text_kind,
            case text_kind when 'tariff_line_name' then left(code, 6) else code end as code,
            lang,
            words,
            replace(
                lower(strip_accents(translate(' ' || words || ' ', '(),|’''-', '       '))), 'œ', 'oe'
            ) as plain_words
        from texts
        where text_kind in ('heading_name', 'chapter_name', 'tariff_line_name', 'tariff_list_name')
    ) as plain
    cross join wanted
    group by plain.text_kind, plain.code
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
        scopes.tariff_scope,
        names.has_beginnings
    from tariff_scopes as scopes
    inner join relevant on scopes.tariff_scope = relevant.tariff_scope
    inner join named as names on names.text_kind = 'tariff_list_name' and scopes.tariff_scope = names.code
),

on_lists as (
    select distinct hs10
    from listed
    where has_beginnings
),

found as (
    select
        lines.hs10,
        lines.hs_chapter,
        coalesce(headings.name, chapters.name) as name,
        lines.imports_usd / 1e6 as imports_usd_m,
        case
            when starts_with(lines.hs10, wanted.code) then 1
            when headings.has_words then 2
            when headings.has_beginnings then 3
            when official.has_beginnings then 4
            when chapters.has_beginnings then 5
            when on_lists.hs10 is not null then 6
        end as place
    from tariff_lines as lines
    cross join wanted
    inner join named as chapters on chapters.text_kind = 'chapter_name' and lines.hs_chapter = chapters.code
    left join named as headings on headings.text_kind = 'heading_name' and left(lines.hs10, 4) = headings.code
    left join named as official on official.text_kind = 'tariff_line_name' and left(lines.hs10, 6) = official.code
    left join on_lists on lines.hs10 = on_lists.hs10
    where lines.partner = $partner
),

best as (
    select
        hs10,
        hs_chapter,
        name,
        imports_usd_m,
        place
    from found
    where place is not null
    order by place, imports_usd_m desc, hs10
    limit $top
)

select
    best.hs10,
    best.hs_chapter,
    best.name,
    best.imports_usd_m,
    coalesce(string_agg(distinct listed.tariff_scope, ';' order by listed.tariff_scope), '') as scopes
from best
left join listed on best.hs10 = listed.hs10
group by best.hs10, best.hs_chapter, best.name, best.imports_usd_m, best.place
order by best.place, best.imports_usd_m desc, best.hs10
