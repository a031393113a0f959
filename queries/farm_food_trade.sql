-- question: How much farm, fishing and intermediate food does Canada buy from Mexico and sell to it, each year?
-- about:    Canada's customs basis, total exports, current C$; one section of its product classification, the same with the United States beside it for scale.
-- params:   from = 1999, to = 2100
-- example:  from = 2024, to = 2025
-- returns:  year, imports_cad_m, exports_cad_m, balance_cad_m, imports_to_exports, us_imports_cad_m, us_exports_cad_m, vintage, grade
-- always:   balance_cad_m = exports_cad_m - imports_cad_m and imports_cad_m > 0 and exports_cad_m > 0

select
    mexico.year,
    mexico.imports_cad_m,
    mexico.exports_cad_m,
    mexico.exports_cad_m - mexico.imports_cad_m as balance_cad_m,
    mexico.imports_cad_m / mexico.exports_cad_m as imports_to_exports,
    us.imports_cad_m as us_imports_cad_m,
    us.exports_cad_m as us_exports_cad_m,
    mexico.vintage,
    mexico.grade
from farm_food_trade_annual as mexico
left join farm_food_trade_annual as us on mexico.year = us.year and us.partner = 'USA'
where mexico.partner = 'MEX' and mexico.year between $from and $to
order by mexico.year
