-- question: What did Canada trade with every partner, each year?
select
    year,
    country,
    sum(value_cad) filter (where flow = 'imports') as imports_cad,
    sum(value_cad) filter (where flow = 'total_exports') as exports_cad
from lines
where flow in ('imports', 'total_exports')
group by year, country
order by year, country
