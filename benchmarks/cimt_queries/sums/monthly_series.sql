-- question: What did Canada buy from and sell to one partner, each month?
select
    month,
    sum(value_cad) filter (where flow = 'imports') as imports_cad,
    sum(value_cad) filter (where flow = 'total_exports') as exports_cad
from cimt_by_chapter
where country = $country and flow in ('imports', 'total_exports')
group by month
order by month
