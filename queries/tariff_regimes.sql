-- question: On which days did U.S. tariff rules on these countries start or end?
-- about:    From the eve of the first measure of 2025; includes what is scheduled.
-- engine:   duckdb
-- params:
-- example:
-- returns:  valid_from, valid_to, rules_starting, rules_ending, programmes
-- always:   rules_starting >= 0 and rules_ending >= 0

with programmes as (
    select distinct
        measure_id,
        programme
    from tariff_measures
),

named as (
    select
        rules.rule_id,
        rules.valid_from,
        rules.valid_to,
        programmes.programme
    from tariff_rules as rules
    inner join programmes on rules.measure_id = programmes.measure_id
)

select
    regimes.valid_from,
    regimes.valid_to,
    cast(count(*) filter (where named.valid_from = regimes.valid_from) as integer) as rules_starting,
    cast(count(*) filter (where named.valid_to + 1 = regimes.valid_from) as integer) as rules_ending,
    coalesce(string_agg(distinct named.programme, ';' order by named.programme), '') as programmes
from tariff_regimes as regimes
left join named on regimes.valid_from = named.valid_from or regimes.valid_from = named.valid_to + 1
group by regimes.valid_from, regimes.valid_to
order by regimes.valid_from
