-- question: Which goods stand on a list of Canada's surtaxes?
-- about:    Canadian tariff items by HS chapter, as the lists are carried by a public tracker; the items themselves are the table canada_surtax_lists.
-- params:   list = '2025_march', top = 100
-- choices:  list = ['2025_march', '2025_metals', '2025_announced']
-- example:  list = '2025_metals', top = 5
-- returns:  surtax_list, hs_chapter, tariff_items, list_items, share_pct
-- always:   tariff_items > 0 and share_pct <= 100

with counted as (
    select
        surtax_list,
        left(tariff_item, 2) as hs_chapter,
        count(*) as tariff_items
    from canada_surtax_lists
    where surtax_list = $list
    group by surtax_list, left(tariff_item, 2)
)

select
    surtax_list,
    hs_chapter,
    cast(tariff_items as integer) as tariff_items,
    cast(sum(tariff_items) over () as integer) as list_items,
    100e0 * tariff_items / sum(tariff_items) over () as share_pct
from counted
order by tariff_items desc, hs_chapter
limit $top
