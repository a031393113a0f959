-- question: How are the asylum claims of Mexicans decided?
-- about:    First-instance decisions; the rate leaves out claims closed without a decision on substance.
-- params:   from = 2000, to = 2100
-- example:  from = 2019, to = 2025
-- returns:  year, recognized, other_decisions, rejected, closed, decisions, recognition_rate_pct
-- always:   decisions = recognized + other_decisions + rejected + closed and recognition_rate_pct between 0 and 100

select
    year,
    recognized,
    other_decisions,
    rejected,
    closed,
    decisions,
    100e0 * recognized / nullif(recognized + other_decisions + rejected, 0) as recognition_rate_pct
from asylum_decisions
where year between $from and $to
order by year
