-- question: How does each of the last months compare with the same month of the year before?
-- about:    Goods with Mexico, Canada's customs basis, unadjusted, total exports, C$ at current prices; as many months as asked for, up to the last one of the span.
-- params:   from = 1997, to = 2100, months = 12
-- example:  to = 2025, months = 3
-- returns:  month, imports_cad_m, imports_before_cad_m, imports_change_pct, exports_cad_m, exports_before_cad_m, exports_change_pct, vintage
-- always:   imports_cad_m >= 0 and abs(imports_change_pct - 100 * (imports_cad_m / imports_before_cad_m - 1)) < 1e-9

with compared as (
    select
        goods.month,
        goods.imports_cad_m,
        before.imports_cad_m as imports_before_cad_m,
        100 * (goods.imports_cad_m / before.imports_cad_m - 1) as imports_change_pct,
        goods.exports_cad_m,
        before.exports_cad_m as exports_before_cad_m,
        100 * (goods.exports_cad_m / nullif(before.exports_cad_m, 0) - 1) as exports_change_pct,
        goods.vintage,
        row_number() over (order by goods.month desc) as back
    from goods_with_mexico_monthly as goods
    inner join goods_with_mexico_monthly as before on before.month = cast(goods.month - interval 1 year as date)
    where date_part('year', goods.month) between $from and $to
)

select
    month,
    imports_cad_m,
    imports_before_cad_m,
    imports_change_pct,
    exports_cad_m,
    exports_before_cad_m,
    exports_change_pct,
    vintage
from compared
where back <= $months
order by month
