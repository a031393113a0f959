-- question: Which products answer to a code or to words?
-- about:    The beginning of an HS code, or words in English, French or Spanish found in the names of chapters and of tariff lists; the largest 2024 imports of the partner first.
-- params:   text = '', partner = 'CAN', top = 40
-- example:  text = 'acier', partner = 'CAN', top = 10
-- returns:  hs10, hs_chapter, name_en, name_fr, name_es, imports_usd_m, scopes
-- always:   length(hs10) = 10 and imports_usd_m >= 0

with listed as (
    select
        scopes.hs10,
        string_agg(distinct scopes.tariff_scope, ';' order by scopes.tariff_scope) as scopes,
        string_agg(distinct concat_ws(' ', names.name_en, names.name_fr, names.name_es), ' ') as words
    from tariff_scopes as scopes
    inner join tariff_scope_names as names on scopes.tariff_scope = names.tariff_scope
    group by scopes.hs10
)

select
    lines.hs10,
    lines.hs_chapter,
    chapters.name_en,
    chapters.name_fr,
    chapters.name_es,
    lines.imports_usd / 1e6 as imports_usd_m,
    coalesce(listed.scopes, '') as scopes
from tariff_lines as lines
inner join hs_chapters as chapters on lines.hs_chapter = chapters.hs_chapter
left join listed on lines.hs10 = listed.hs10
where
    lines.partner = $partner
    and (
        $text = ''
        or starts_with(lines.hs10, replace($text, '.', ''))
        or contains(
            lower(strip_accents(concat_ws(
                ' ', chapters.name_en, chapters.name_fr, chapters.name_es, coalesce(listed.words, '')
            ))),
            lower(strip_accents($text))
        )
    )
order by lines.imports_usd desc, lines.hs10
limit $top
