-- question: Which measures does the engine charge on a day, and at which highest rate?
-- about:    Measures with a rule in force for any of the partners; what a what-if can put another rate on.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA']
-- example:  date = '2025-09-18', partner = ['CAN']
-- returns:  measure_id, programme, rate_pct
-- always:   rate_pct >= 0

select
    measure_id,
    any_value(programme) as programme,
    100 * max(rate) as rate_pct
from tariff_rules_on($date, $partner, [])
group by measure_id
order by measure_id
