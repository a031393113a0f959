-- question: Which years do the figures of each page cover?
-- about:    First and last year of the tables a page draws from; the overview begins on the eve of NAFTA.
-- params:
-- example:
-- returns:  page, first_year, last_year
-- always:   first_year <= last_year

with covered as (
    select
        'trade' as page,
        year
    from goods_trade_annual
    where reporter = 'CAN'
    union all
    select
        'trade' as page,
        year(month) as year
    from goods_trade_monthly
    union all
    select
        'ledgers' as page,
        year
    from goods_trade_annual
    union all
    select
        'investment' as page,
        year
    from direct_investment
    where country = 'MEX'
    union all
    select
        'people' as page,
        year
    from study_permits
    union all
    select
        'people' as page,
        year
    from asylum_claims
    union all
    select
        'people' as page,
        year(month) as year
    from visitor_visas
    union all
    select
        'timeline' as page,
        year(date) as year
    from events
),

pages as (
    select
        page,
        cast(min(year) as integer) as first_year,
        cast(max(year) as integer) as last_year
    from covered
    group by page
)

select
    page,
    first_year,
    last_year
from pages
union all
select
    'overview' as page,
    1993 as first_year,
    max(last_year) as last_year
from pages
order by page
