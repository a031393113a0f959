-- question: Which products does Mexico record in its trade with Canada?
-- about:    Mexico's customs basis, US$; flow as Mexico sees it; 2021 is incomplete and stays out.
-- params:   level = 'HS2', flow = 'exports', year = 2020, sector = ['all'], top = 15
-- example:  level = 'HS2', flow = 'exports', year = 2020, sector = ['all'], top = 15
-- returns:  hs_level, year, reporter, flow, hs_code, hs_chapter, sector, product_name_en, product_name_fr, product_name_es, value_usd_m, share_pct, grade
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
        null as line_name_es,
        value_usd_m,
        grade
    from mexico_goods_by_hs
    union all by name
    select
        'HS8' as hs_level,
        tariff_lines.year,
        tariff_lines.reporter,
        tariff_lines.flow,
        tariff_lines.hs_code,
        tariff_lines.hs_chapter,
        coalesce(hs_chapters.sector, '99') as sector,
        tariff_lines.product_name_es as line_name_es,
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
        lines.sector,
        lines.line_name_es,
        lines.value_usd_m,
        100 * lines.value_usd_m / totals.value_usd_m as share_pct,
        lines.grade
    from lines
    inner join goods_trade_annual as totals
        on lines.year = totals.year and lines.flow = totals.flow and lines.reporter = totals.reporter
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
    coalesce(hs_chapters.name_en, 'Unallocated') as product_name_en,
    coalesce(hs_chapters.name_fr, 'Non réparti') as product_name_fr,
    coalesce(shares.line_name_es, hs_chapters.name_es, 'No asignado') as product_name_es,
    shares.value_usd_m,
    shares.share_pct,
    shares.grade
from shares
left join hs_chapters on shares.hs_chapter = hs_chapters.hs_chapter
where list_contains($sector, 'all') or list_contains($sector, shares.sector)
order by shares.value_usd_m desc, shares.hs_code
limit $top
