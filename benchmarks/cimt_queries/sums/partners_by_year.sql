-- question: What did Canada trade with every partner, each year?
select
    year(month) as year,
    country,
    sum(value_cad) filter (where flow = 'imports') as imports_cad,
    sum(value_cad) filter (where flow = 'total_exports') as exports_cad
from cimt_by_chapter
where flow in ('imports', 'total_exports')
group by year(month), country
order by year, country
