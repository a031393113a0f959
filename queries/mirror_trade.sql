-- question: What do the two countries' books say about the same flow?
-- about:    Customs basis on both sides, US$; flow as Canada sees it; rows only where both books have a figure.
-- params:   from = 1962, to = 2100
-- example:  from = 2024, to = 2025
-- returns:  year, flow, importer_record_usd_m, exporter_record_usd_m, ratio, grade
-- always:   importer_record_usd_m > 0 and exporter_record_usd_m > 0 and abs(ratio - importer_record_usd_m / exporter_record_usd_m) < 1e-9

select
    importer.year,
    case when importer.reporter = 'CAN' then 'imports' else 'exports' end as flow,
    importer.value_usd_m as importer_record_usd_m,
    exporter.value_usd_m as exporter_record_usd_m,
    importer.value_usd_m / exporter.value_usd_m as ratio,
    greatest(importer.grade, exporter.grade) as grade
from goods_trade_annual as importer
inner join goods_trade_annual as exporter
    on importer.year = exporter.year and importer.reporter = exporter.partner
where
    importer.flow = 'imports'
    and exporter.flow = 'exports'
    and importer.year between $from and $to
order by importer.year, flow desc
