-- question: What did each country write down of the same flow, year by year?
-- about:    Customs basis on both sides; imports means Mexico to Canada, exports Canada to Mexico; US$ as compiled, C$ and MX$ derived at annual averages; a year that one book lacks stays empty. Mexico assigns its exports by buyer until 2001, by destination since: a break.
-- params:   from = 1962, to = 2100, flow = 'both'
-- example:  from = 2024, to = 2025
-- returns:  year, flow, importer, exporter, importer_record_usd_m, exporter_record_usd_m, gap_usd_m, ratio, importer_record_cad_m, exporter_record_cad_m, gap_cad_m, importer_record_mxn_m, exporter_record_mxn_m, gap_mxn_m, importer_grade, exporter_grade, exporter_concept
-- always:   ratio is null or abs(ratio - importer_record_usd_m / exporter_record_usd_m) < 1e-9

with years as (
    select distinct year
    from goods_trade_annual
),

sides as (
    select
        years.year,
        flows.flow,
        flows.importer,
        flows.exporter
    from years
    cross join (values ('imports', 'CAN', 'MEX'), ('exports', 'MEX', 'CAN')) as flows (flow, importer, exporter)
    where $flow = 'both' or flows.flow = $flow
)

select
    sides.year,
    sides.flow,
    sides.importer,
    sides.exporter,
    bought.value_usd_m as importer_record_usd_m,
    sold.value_usd_m as exporter_record_usd_m,
    bought.value_usd_m - sold.value_usd_m as gap_usd_m,
    bought.value_usd_m / sold.value_usd_m as ratio,
    bought.value_usd_m * rates.cad_per_usd as importer_record_cad_m,
    sold.value_usd_m * rates.cad_per_usd as exporter_record_cad_m,
    (bought.value_usd_m - sold.value_usd_m) * rates.cad_per_usd as gap_cad_m,
    bought.value_usd_m * rates.mxn_per_usd as importer_record_mxn_m,
    sold.value_usd_m * rates.mxn_per_usd as exporter_record_mxn_m,
    (bought.value_usd_m - sold.value_usd_m) * rates.mxn_per_usd as gap_mxn_m,
    bought.grade as importer_grade,
    sold.grade as exporter_grade,
    sold.concept as exporter_concept
from sides
left join goods_trade_annual as bought
    on sides.year = bought.year and sides.importer = bought.reporter and bought.flow = 'imports'
left join goods_trade_annual as sold
    on sides.year = sold.year and sides.exporter = sold.reporter and sold.flow = 'exports'
left join exchange_rates_annual as rates on sides.year = rates.year
where sides.year between $from and $to
order by sides.year, sides.flow desc
