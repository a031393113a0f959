-- question: What did Canada buy from and sell to a partner in chosen sectors, month by month?
-- about:    Canada's customs by HS chapter, C$ m, unadjusted, total exports; all sectors means every chapter. Beside each month its change on the same month of the year before, and the twelve months up to it added up; both empty where a month is missing. Empty until CIMT has been refreshed.
-- needs:    cimt
-- params:   from = 1988, to = 2100, sector = ['all'], partner = 'MEX'
-- example:  sector = ['12'], from = 2023
-- returns:  month, imports_cad_m, exports_cad_m, balance_cad_m, domestic_exports_cad_m, imports_change_pct, exports_change_pct, imports_12_months_cad_m, exports_12_months_cad_m, balance_12_months_cad_m, vintage
-- always:   abs(balance_cad_m - (exports_cad_m - imports_cad_m)) < 1e-6 and imports_cad_m >= 0

with months as (
    select
        month,
        sum(imports_cad_m) as imports_cad_m,
        sum(exports_cad_m) as exports_cad_m,
        sum(domestic_exports_cad_m) as domestic_exports_cad_m,
        max(vintage) as vintage
    from goods_by_chapter_monthly
    where partner = $partner and (list_contains($sector, 'all') or list_contains($sector, sector))
    group by month
),

compared as (
    select
        goods.month,
        goods.imports_cad_m,
        goods.exports_cad_m,
        goods.domestic_exports_cad_m,
        goods.vintage,
        100 * (goods.imports_cad_m / nullif(before.imports_cad_m, 0) - 1) as imports_change_pct,
        100 * (goods.exports_cad_m / nullif(before.exports_cad_m, 0) - 1) as exports_change_pct,
        case when count(*) over twelve = 12 then sum(goods.imports_cad_m) over twelve end as imports_12_months_cad_m,
        case when count(*) over twelve = 12 then sum(goods.exports_cad_m) over twelve end as exports_12_months_cad_m
    from months as goods
    left join months as before on goods.month = before.month + interval 1 year
    window twelve as (order by goods.month range between interval 11 month preceding and current row)
)

select
    month,
    imports_cad_m,
    exports_cad_m,
    exports_cad_m - imports_cad_m as balance_cad_m,
    domestic_exports_cad_m,
    imports_change_pct,
    exports_change_pct,
    imports_12_months_cad_m,
    exports_12_months_cad_m,
    exports_12_months_cad_m - imports_12_months_cad_m as balance_12_months_cad_m,
    vintage
from compared
where date_part('year', month) between $from and $to
order by month
