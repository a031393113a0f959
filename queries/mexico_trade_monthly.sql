-- question: What did Mexico record as its trade with a partner, month by month?
-- about:    Mexico's customs basis, US$; exports by buyer to 2001, by destination from 2002.
-- params:   from = 1993, to = 2100, partner = 'CAN'
-- example:  from = 2019, to = 2020
-- returns:  month, reporter, partner, imports_usd_m, exports_usd_m, balance_usd_m
-- always:   balance_usd_m = exports_usd_m - imports_usd_m and reporter = 'MEX'

select
    month,
    reporter,
    partner,
    imports_usd_m,
    exports_usd_m,
    exports_usd_m - imports_usd_m as balance_usd_m
from mexico_trade_monthly
where partner = $partner and year(month) between $from and $to
order by month
