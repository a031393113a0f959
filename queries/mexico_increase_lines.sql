-- question: Which of Mexico's largest tariff lines from Canada lie under the codes that Mexico raised in January 2026?
-- about:    The hundred largest lines of 2020 only, with the official Spanish name of the line and the short name of its heading where there is one; whether a line itself was raised is not in these data.
-- params:   year = 2020, top = 10, lang = 'en'
-- example:  year = 2020, top = 5
-- returns:  hs_code, increase_group, name, value_usd_m
-- always:   value_usd_m >= 0 and length(hs_code) = 8

select
    lines.hs_code,
    raised.increase_group,
    coalesce(headings.words, official.words) as name,
    lines.value_usd_m
from mexico_tariff_lines as lines
inner join mexico_increase as raised on starts_with(lines.hs_code, raised.hs_code)
left join texts as headings
    on
        headings.text_kind = 'heading_name'
        and headings.lang = $lang
        and left(lines.hs_code, 4) = headings.code
left join texts as official on official.text_kind = 'tariff_line_name' and lines.hs_code = official.code
where lines.flow = 'imports' and lines.year = $year
order by lines.value_usd_m desc, lines.hs_code
limit $top
