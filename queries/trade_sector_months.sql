-- question: What did Canada buy from and sell to a partner in chosen sectors, month by month?
-- about:    Canada's customs by HS chapter, C$ m, unadjusted, total exports; all sectors means every chapter. Empty until CIMT has been refreshed.
-- needs:    cimt
-- params:   from = 1988, to = 2100, sector = ['all'], partner = 'MEX'
-- example:  sector = ['12'], from = 2023
-- returns:  month, imports_cad_m, exports_cad_m, balance_cad_m, domestic_exports_cad_m, vintage
-- always:   abs(balance_cad_m - (exports_cad_m - imports_cad_m)) < 1e-6 and imports_cad_m >= 0

select
    month,
    sum(imports_cad_m) as imports_cad_m,
    sum(exports_cad_m) as exports_cad_m,
    sum(exports_cad_m) - sum(imports_cad_m) as balance_cad_m,
    sum(domestic_exports_cad_m) as domestic_exports_cad_m,
    max(vintage) as vintage
from goods_by_chapter_monthly
where
    partner = $partner
    and year(month) between $from and $to
    and (list_contains($sector, 'all') or list_contains($sector, sector))
group by month
order by month
