-- question: Did more passenger vehicles come to Canada from Mexico than from the United States?
-- about:    By value, as Statistics Canada is quoted for single months; parts is how many months were asked, parts_confirmed how many of them are at hand; month is the last of these.
-- params:   first_month = '2025-06-01', last_month = '2025-08-01'
-- example:  first_month = '2025-06-01', last_month = '2025-08-01'
-- returns:  month, mexico_cad_bn, united_states_cad_bn, mexico_more, parts_confirmed, parts
-- always:   parts_confirmed <= parts and mexico_more = (mexico_cad_bn > united_states_cad_bn)

with quoted as (
    select
        country,
        quoted_value,
        cast(left(right(figure, 7), 4) || '-' || right(figure, 2) || '-01' as date) as month
    from quoted_figures
    where quantity = 'imports_passenger_vehicles'
)

select
    max(month) as month,
    sum(quoted_value) filter (where country = 'MEX') as mexico_cad_bn,
    sum(quoted_value) filter (where country = 'USA') as united_states_cad_bn,
    sum(quoted_value) filter (where country = 'MEX') > sum(quoted_value) filter (where country = 'USA') as mexico_more,
    cast(count(distinct month) as integer) as parts_confirmed,
    cast(date_diff('month', cast($first_month as date), cast($last_month as date)) + 1 as integer) as parts
from quoted
where month between cast($first_month as date) and cast($last_month as date)
having count(*) > 0
order by mexico_cad_bn
