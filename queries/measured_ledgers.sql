-- question: How does a flow grow in each of the two countries' books: at constant prices, as a share of all it buys or sells, beside a base year?
-- about:    Goods, customs basis; each book beside its own base year, in US$. Constant prices are C$ and Canada's consumer price index: a consumer deflator, no index of trade prices. A share is of all that the country of that book buys or sells by the same book: Canada's totals are added up from adjusted months since 1997 and in C$, Mexico's are known from 1993 to 2020.
-- params:   flow = 'both', base = 2010, from = 1962, to = 2100
-- example:  flow = 'imports', base = 2010, from = 2015, to = 2024
-- returns:  year, flow, importer, exporter, base_year, importer_record_usd_m, exporter_record_usd_m, importer_record_constant_cad_m, exporter_record_constant_cad_m, importer_share_pct, exporter_share_pct, importer_index, exporter_index, consumer_price_index, importer_grade, exporter_grade
-- always:   coalesce(year <> base_year or abs(importer_index - 100) < 1e-9, true) and coalesce(importer_share_pct between 0 and 100 and exporter_share_pct between 0 and 100, true)

with bought as (
    select
        year,
        reporter as importer,
        partner as exporter,
        value_usd_m,
        case reporter when 'CAN' then value_cad_m else value_usd_m end as value_own,
        grade
    from goods_trade_annual
    where flow = 'imports'
),

sold as (
    select
        year,
        partner as importer,
        reporter as exporter,
        value_usd_m,
        case reporter when 'CAN' then value_cad_m else value_usd_m end as value_own,
        grade
    from goods_trade_annual
    where flow = 'exports'
),

totals as (
    select
        cast(year(month) as integer) as year,
        'CAN' as reporter,
        sum(imports_cad_m) as imports,
        sum(exports_cad_m) as exports
    from goods_trade_adjusted
    where partner = 'WLD'
    group by year(month)
    having count(imports_cad_m) = 12 and count(exports_cad_m) = 12
    union all
    select
        year,
        reporter,
        imports_usd_m as imports,
        exports_usd_m as exports
    from mexico_trade_by_partner
    where partner = 'WLD'
),

books as (
    select
        coalesce(bought.year, sold.year) as year,
        coalesce(bought.importer, sold.importer) as importer,
        coalesce(bought.exporter, sold.exporter) as exporter,
        bought.value_usd_m as importer_record_usd_m,
        sold.value_usd_m as exporter_record_usd_m,
        100 * bought.value_own / buys.imports as importer_share_pct,
        100 * sold.value_own / sells.exports as exporter_share_pct,
        bought.grade as importer_grade,
        sold.grade as exporter_grade
    from bought
    full outer join sold on bought.year = sold.year and bought.importer = sold.importer
    left join totals as buys on bought.year = buys.year and bought.importer = buys.reporter
    left join totals as sells on sold.year = sells.year and sold.exporter = sells.reporter
),

beside_base as (
    select
        year,
        case importer when 'CAN' then 'imports' else 'exports' end as flow,
        importer,
        exporter,
        importer_record_usd_m,
        exporter_record_usd_m,
        importer_share_pct,
        exporter_share_pct,
        importer_grade,
        exporter_grade,
        max(case when year = $base then importer_record_usd_m end) over (partition by importer) as importer_base_usd_m,
        max(case when year = $base then exporter_record_usd_m end) over (partition by importer) as exporter_base_usd_m
    from books
)

select
    books.year,
    books.flow,
    books.importer,
    books.exporter,
    case when books.importer_base_usd_m is not null then cast($base as integer) end as base_year,
    books.importer_record_usd_m,
    books.exporter_record_usd_m,
    books.importer_record_usd_m * rates.cad_per_usd * worth.consumer_price_index / prices.consumer_price_index
        as importer_record_constant_cad_m,
    books.exporter_record_usd_m * rates.cad_per_usd * worth.consumer_price_index / prices.consumer_price_index
        as exporter_record_constant_cad_m,
    books.importer_share_pct,
    books.exporter_share_pct,
    100 * books.importer_record_usd_m / books.importer_base_usd_m as importer_index,
    100 * books.exporter_record_usd_m / books.exporter_base_usd_m as exporter_index,
    prices.consumer_price_index,
    books.importer_grade,
    books.exporter_grade
from beside_base as books
left join exchange_rates_annual as rates on books.year = rates.year
left join yearly_prices as worth on worth.year = $base
left join yearly_prices as prices on books.year = prices.year
where books.year between $from and $to and ($flow = 'both' or books.flow = $flow)
order by books.year, books.flow desc
