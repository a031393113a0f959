-- question: How does the running year of goods trade with Mexico compare with the same months of earlier years?
-- about:    Canada's customs basis, unadjusted, total exports; each year from January to the last month of the newest one, never a whole year beside a part of one. Only years that have all of these months.
-- params:   from = 1997, to = 2100
-- example:  from = 2025, to = 2026
-- returns:  year, first_month, last_month, months, imports_cad_m, exports_cad_m, balance_cad_m, imports_change_pct, exports_change_pct, vintage
-- always:   months between 1 and 12 and balance_cad_m = exports_cad_m - imports_cad_m and first_month <= last_month and month(first_month) = 1

with newest as (
    select month(max(month)) as last_number
    from goods_with_mexico_monthly
),

years as (
    select
        cast(year(goods.month) as integer) as year,
        min(goods.month) as first_month,
        max(goods.month) as last_month,
        cast(count(*) as integer) as months,
        sum(goods.imports_cad_m) as imports_cad_m,
        sum(goods.exports_cad_m) as exports_cad_m,
        max(goods.vintage) as vintage
    from goods_with_mexico_monthly as goods
    inner join newest on month(goods.month) <= newest.last_number
    group by year(goods.month), newest.last_number
    having count(*) = newest.last_number
),

compared as (
    select
        now.year,
        now.first_month,
        now.last_month,
        now.months,
        now.imports_cad_m,
        now.exports_cad_m,
        now.exports_cad_m - now.imports_cad_m as balance_cad_m,
        100 * (now.imports_cad_m / before.imports_cad_m - 1) as imports_change_pct,
        100 * (now.exports_cad_m / before.exports_cad_m - 1) as exports_change_pct,
        now.vintage
    from years as now
    left join years as before on now.year = before.year + 1
)

select
    year,
    first_month,
    last_month,
    months,
    imports_cad_m,
    exports_cad_m,
    balance_cad_m,
    imports_change_pct,
    exports_change_pct,
    vintage
from compared
where year between $from and $to
order by year
