-- question: Which products did Canada buy most from one partner in one year?
select
    hs_code,
    sum(value_cad) as imports_cad
from lines
where country = $country and flow = 'imports' and year = $year
group by hs_code
order by imports_cad desc, hs_code
limit 20
