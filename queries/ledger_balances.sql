-- question: How large is Mexico's surplus in Canada's book, in Mexico's, and with each flow taken from its importer?
-- about:    Goods, customs basis; US$ as compiled, C$ and MX$ derived at annual averages. A positive figure is a surplus of Mexico, a negative one a deficit; empty where a book lacks a flow.
-- params:   from = 1962, to = 2100
-- example:  from = 2025, to = 2025
-- returns:  year, surplus_canada_book_usd_m, surplus_mexico_book_usd_m, surplus_importers_usd_m, surplus_canada_book_cad_m, surplus_mexico_book_cad_m, surplus_importers_cad_m, surplus_canada_book_mxn_m, surplus_mexico_book_mxn_m, surplus_importers_mxn_m
-- always:   surplus_importers_usd_m is null or year < 1991 or surplus_importers_usd_m between surplus_mexico_book_usd_m and surplus_canada_book_usd_m

with books as (
    select
        year,
        max(value_usd_m) filter (where reporter = 'CAN' and flow = 'imports') as canada_bought,
        max(value_usd_m) filter (where reporter = 'CAN' and flow = 'exports') as canada_sold,
        max(value_usd_m) filter (where reporter = 'MEX' and flow = 'imports') as mexico_bought,
        max(value_usd_m) filter (where reporter = 'MEX' and flow = 'exports') as mexico_sold
    from goods_trade_annual
    group by year
)

select
    books.year,
    books.canada_bought - books.canada_sold as surplus_canada_book_usd_m,
    books.mexico_sold - books.mexico_bought as surplus_mexico_book_usd_m,
    books.canada_bought - books.mexico_bought as surplus_importers_usd_m,
    (books.canada_bought - books.canada_sold) * rates.cad_per_usd as surplus_canada_book_cad_m,
    (books.mexico_sold - books.mexico_bought) * rates.cad_per_usd as surplus_mexico_book_cad_m,
    (books.canada_bought - books.mexico_bought) * rates.cad_per_usd as surplus_importers_cad_m,
    (books.canada_bought - books.canada_sold) * rates.mxn_per_usd as surplus_canada_book_mxn_m,
    (books.mexico_sold - books.mexico_bought) * rates.mxn_per_usd as surplus_mexico_book_mxn_m,
    (books.canada_bought - books.mexico_bought) * rates.mxn_per_usd as surplus_importers_mxn_m
from books
left join exchange_rates_annual as rates on books.year = rates.year
where books.year between $from and $to
order by books.year
