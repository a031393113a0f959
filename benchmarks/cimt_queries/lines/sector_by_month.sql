-- question: What did Canada trade in the goods of one sector, each month of one year?
select
    month,
    sum(value_cad) filter (where flow = 'imports') as imports_cad,
    sum(value_cad) filter (where flow = 'total_exports') as exports_cad
from lines
where year = $year and flow in ('imports', 'total_exports') and list_contains($chapters, left(hs_code, 2))
group by month
order by month
