-- What money of one year is worth in another, for all questions in constant prices. Method: docs/methods.md.

-- One row per year of which all months are known: the mean of Canada's consumer price index, all items.
create view yearly_prices as
select
    cast(year(month) as integer) as year,
    avg(consumer_price_index) as consumer_price_index
from consumer_prices
group by year(month)
having count(*) = 12;
