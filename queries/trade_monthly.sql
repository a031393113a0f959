-- question: What did Canada buy from and sell to a partner, month by month?
-- about:    Canada's customs basis, unadjusted, total exports; other currencies at the monthly average rate.
-- params:   from = 1962, to = 2100, partner = 'MEX'
-- example:  from = 2025, to = 2026
-- returns:  month, imports_cad_m, exports_cad_m, balance_cad_m, imports_usd_m, exports_usd_m, balance_usd_m, imports_mxn_m, exports_mxn_m, balance_mxn_m, cad_per_usd, mxn_per_usd
-- always:   balance_cad_m = exports_cad_m - imports_cad_m and imports_cad_m >= 0

select
    goods.month,
    goods.imports_cad_m,
    goods.exports_cad_m,
    goods.exports_cad_m - goods.imports_cad_m as balance_cad_m,
    goods.imports_cad_m / rates.cad_per_usd as imports_usd_m,
    goods.exports_cad_m / rates.cad_per_usd as exports_usd_m,
    (goods.exports_cad_m - goods.imports_cad_m) / rates.cad_per_usd as balance_usd_m,
    goods.imports_cad_m * rates.mxn_per_cad as imports_mxn_m,
    goods.exports_cad_m * rates.mxn_per_cad as exports_mxn_m,
    (goods.exports_cad_m - goods.imports_cad_m) * rates.mxn_per_cad as balance_mxn_m,
    rates.cad_per_usd,
    rates.mxn_per_usd
from goods_trade_monthly as goods
left join exchange_rates_monthly as rates on goods.month = rates.month
where goods.partner = $partner and year(goods.month) between $from and $to
order by goods.month
