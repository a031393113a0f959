-- question: Which products does Canada buy from and sell to Mexico most, as Canada records it?
-- about:    Customs, C$ m, unadjusted; ten digits for imports, eight for exports, or six for both; names are those of the heading. Empty until CIMT's product detail has been refreshed.
-- needs:    cimt
-- params:   figure_kind = 'imports', year = 2025, sector = ['all'], top = 25, lang = 'en'
-- choices:  figure_kind = ['imports', 'total_exports', 'domestic_exports']
-- example:  figure_kind = 'imports', year = 2024
-- returns:  figure_kind, year, months_covered, hs_code, sector, name, value_cad_m, share_pct, rank, vintage
-- always:   value_cad_m >= 0 and rank >= 1 and share_pct <= 100

with ranked as (
    select
        products.figure_kind,
        products.year,
        products.months_covered,
        products.hs_code,
        coalesce(by_heading.sector, hs_chapters.sector) as sector,
        products.value_cad_m,
        products.vintage,
        100 * products.value_cad_m / sum(products.value_cad_m) over () as share_pct,
        cast(row_number() over (order by products.value_cad_m desc, products.hs_code) as integer) as rank
    from goods_by_product_annual as products
    left join hs_chapters on products.hs_chapter = hs_chapters.hs_chapter
    left join hs_heading_sectors as by_heading on left(products.hs_code, 4) = by_heading.hs_heading
    where
        products.figure_kind = $figure_kind
        and products.year = $year
        and (list_contains($sector, 'all') or list_contains($sector, coalesce(by_heading.sector, hs_chapters.sector)))
)

select
    ranked.figure_kind,
    ranked.year,
    ranked.months_covered,
    ranked.hs_code,
    ranked.sector,
    coalesce(headings.words, chapters.words) as name,
    ranked.value_cad_m,
    ranked.share_pct,
    ranked.rank,
    ranked.vintage
from ranked
left join texts as headings
    on headings.text_kind = 'heading_name' and left(ranked.hs_code, 4) = headings.code and headings.lang = $lang
left join texts as chapters
    on chapters.text_kind = 'chapter_name' and left(ranked.hs_code, 2) = chapters.code and chapters.lang = $lang
where ranked.rank <= $top
order by ranked.rank
