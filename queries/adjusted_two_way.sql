-- question: How large is Canada's two-way goods trade with a partner, seasonally adjusted?
-- about:    Customs basis, sum of twelve months in C$; empty where a month is missing.
-- params:   partner = 'USA', year = 2023
-- example:  partner = 'USA', year = 2023
-- returns:  year, partner, imports_cad_m, exports_cad_m, two_way_cad_m
-- always:   abs(two_way_cad_m - imports_cad_m - exports_cad_m) < 1e-6

select
    cast(year(adjusted.month) as integer) as year,
    adjusted.partner,
    sum(adjusted.imports_cad_m) as imports_cad_m,
    sum(adjusted.exports_cad_m) as exports_cad_m,
    sum(adjusted.imports_cad_m) + sum(adjusted.exports_cad_m) as two_way_cad_m
from goods_trade_adjusted as adjusted
where adjusted.partner = $partner and date_part('year', adjusted.month) = $year
group by year(adjusted.month), adjusted.partner
having count(adjusted.imports_cad_m) = 12 and count(adjusted.exports_cad_m) = 12
order by year
