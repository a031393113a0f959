-- question: Which products does Canada buy from and sell to Mexico most, as Canada records it?
-- about:    Customs, C$ m, unadjusted; ten digits for imports, eight for exports, or six for both; names are those of the heading. Empty until CIMT's product detail has been refreshed.
-- needs:    cimt
-- params:   figure_kind = 'imports', year = 2025, sector = ['all'], top = 25
-- choices:  figure_kind = ['imports', 'total_exports', 'domestic_exports']
-- example:  figure_kind = 'imports', year = 2024
-- returns:  figure_kind, year, months_covered, hs_code, sector, name_en, name_fr, name_es, value_cad_m, share_pct, rank, vintage
-- always:   value_cad_m >= 0 and rank >= 1 and share_pct <= 100

with ranked as (
    select
        products.figure_kind,
        products.year,
        products.months_covered,
        products.hs_code,
        hs_chapters.sector,
        products.value_cad_m,
        products.vintage,
        100 * products.value_cad_m / sum(products.value_cad_m) over () as share_pct,
        cast(row_number() over (order by products.value_cad_m desc, products.hs_code) as integer) as rank
    from goods_by_product_annual as products
    left join hs_chapters on products.hs_chapter = hs_chapters.hs_chapter
    where
        products.figure_kind = $figure_kind
        and products.year = $year
        and (list_contains($sector, 'all') or list_contains($sector, hs_chapters.sector))
)

select
    ranked.figure_kind,
    ranked.year,
    ranked.months_covered,
    ranked.hs_code,
    ranked.sector,
    coalesce(hs_headings.name_en, hs_chapters.name_en) as name_en,
    coalesce(hs_headings.name_fr, hs_chapters.name_fr) as name_fr,
    coalesce(hs_headings.name_es, hs_chapters.name_es) as name_es,
    ranked.value_cad_m,
    ranked.share_pct,
    ranked.rank,
    ranked.vintage
from ranked
left join hs_headings on left(ranked.hs_code, 4) = hs_headings.hs_heading
left join hs_chapters on left(ranked.hs_code, 2) = hs_chapters.hs_chapter
where ranked.rank <= $top
order by ranked.rank
