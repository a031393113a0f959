-- question: What is a year's two-way trade in US dollars if one month's exchange rate is used?
-- about:    Not how annual flows are converted: it shows what a text did that used the rate of its own day; rounded_two_way_usd_m converts the whole billions of C$ that texts print.
-- params:   year = 2024, month = '2025-09-01'
-- example:  year = 2024, month = '2025-09-01'
-- returns:  year, month, two_way_cad_m, cad_per_usd, two_way_usd_m, rounded_two_way_usd_m
-- always:   two_way_usd_m > 0

select
    trade.year,
    rates.month,
    sum(trade.value_cad_m) as two_way_cad_m,
    any_value(rates.cad_per_usd) as cad_per_usd,
    sum(trade.value_cad_m) / any_value(rates.cad_per_usd) as two_way_usd_m,
    round(sum(trade.value_cad_m), -3) / any_value(rates.cad_per_usd) as rounded_two_way_usd_m
from goods_trade_annual as trade
inner join exchange_rates_monthly as rates on rates.month = cast($month as date)
where trade.reporter = 'CAN' and trade.year = $year
group by trade.year, rates.month
order by trade.year
