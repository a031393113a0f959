-- question: How large is Canada's two-way goods trade with its main partners?
-- about:    Imports plus exports, customs basis, from UN Comtrade in US$, C$ derived at the annual average.
-- params:   from = 2019, to = 2100
-- example:  from = 2023, to = 2023
-- returns:  year, partner, two_way_usd_m, two_way_cad_m, grade
-- always:   two_way_usd_m > 0

select
    year,
    partner,
    two_way_usd_m,
    two_way_cad_m,
    grade
from goods_two_way
where year between $from and $to
order by year, two_way_usd_m desc
