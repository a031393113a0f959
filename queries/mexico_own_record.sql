-- question: What does Mexico itself count of its goods trade with Canada, and what is only quoted of it?
-- about:    Customs basis, US$, seen from Mexico and never on one axis with Canada's figures; the record is Mexico's book as the site has it, the quotation stands beside it. A year that neither has is in no row.
-- params:   from = 2000, to = 2100
-- example:  from = 2020, to = 2025
-- returns:  year, mexico_measure, value_usd_m, grade, quoted_usd_m, quoted_grade, said_by, source_url
-- always:   value_usd_m is not null or quoted_usd_m is not null

with book as (
    select
        year,
        case flow when 'exports' then 'exports_to_canada' else 'imports_from_canada' end as mexico_measure,
        value_usd_m,
        grade
    from goods_trade_annual
    where reporter = 'MEX'
),

quoted as (
    select
        year,
        mexico_measure,
        quoted_value,
        grade,
        said_by,
        source_url
    from mexico_side_quoted
    where mexico_measure in ('exports_to_canada', 'imports_from_canada')
)

select
    coalesce(book.year, quoted.year) as year,
    coalesce(book.mexico_measure, quoted.mexico_measure) as mexico_measure,
    book.value_usd_m,
    book.grade,
    quoted.quoted_value as quoted_usd_m,
    quoted.grade as quoted_grade,
    quoted.said_by,
    quoted.source_url
from book
full outer join quoted on book.year = quoted.year and book.mexico_measure = quoted.mexico_measure
where coalesce(book.year, quoted.year) between $from and $to
order by mexico_measure, year
