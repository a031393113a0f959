-- question: Which products does Mexico record in its trade with Canada?
-- about:    Mexico's customs basis, US$; flow as Mexico sees it; 2021 is incomplete and stays out. Fuels are of the sector of their heading; as a chapter (HS2) they stand whole with refined petroleum.
-- params:   level = 'HS2', flow = 'exports', year = 2020, sector = ['all'], top = 15, lang = 'en'
-- example:  level = 'HS2', flow = 'exports', year = 2020, sector = ['all'], top = 15
-- returns:  hs_level, year, reporter, flow, hs_code, hs_chapter, sector, product_name, value_usd_m, share_pct, grade
-- always:   reporter = 'MEX' and grade <> 'D' and share_pct <= 100

with lines as (
    select
        hs_level,
        year,
        reporter,
        flow,
        hs_code,
        hs_chapter,
        sector,
        value_usd_m,
        grade
    from mexico_goods_by_hs
    union all
    select
        'HS8' as hs_level,
        tariff_lines.year,
        tariff_lines.reporter,
        tariff_lines.flow,
        tariff_lines.hs_code,
        tariff_lines.hs_chapter,
        coalesce(hs_chapters.sector, '99') as sector,
        tariff_lines.value_usd_m,
        tariff_lines.grade
    from mexico_tariff_lines as tariff_lines
    left join hs_chapters on tariff_lines.hs_chapter = hs_chapters.hs_chapter
),

shares as (
    select
        lines.hs_level,
        lines.year,
        lines.reporter,
        lines.flow,
        lines.hs_code,
        lines.hs_chapter,
        coalesce(headings.sector, lines.sector) as sector,
        lines.value_usd_m,
        100 * lines.value_usd_m / totals.value_usd_m as share_pct,
        lines.grade
    from lines
    inner join goods_trade_annual as totals
        on lines.year = totals.year and lines.flow = totals.flow and lines.reporter = totals.reporter
    left join hs_heading_sectors as headings on left(lines.hs_code, 4) = headings.hs_heading
    where lines.hs_level = $level and lines.flow = $flow and lines.year = $year and lines.grade <> 'D'
)

select
    shares.hs_level,
    shares.year,
    shares.reporter,
    shares.flow,
    shares.hs_code,
    shares.hs_chapter,
    shares.sector,
    coalesce(line_names.words, headings.words, chapters.words) as product_name,
    shares.value_usd_m,
    shares.share_pct,
    shares.grade
from shares
left join hs_chapters on shares.hs_chapter = hs_chapters.hs_chapter
left join texts as line_names
    on line_names.text_kind = 'tariff_line_name' and shares.hs_code = line_names.code and line_names.lang = $lang
left join texts as headings
    on
        headings.text_kind = 'heading_name'
        and left(shares.hs_code, 4) = headings.code
        and length(shares.hs_code) >= 4
        and headings.lang = $lang
left join texts as chapters
    on
        chapters.text_kind = 'chapter_name'
        and coalesce(hs_chapters.hs_chapter, 'XX') = chapters.code
        and chapters.lang = $lang
where list_contains($sector, 'all') or list_contains($sector, shares.sector)
order by shares.value_usd_m desc, shares.hs_code
limit $top
