-- question: Which surtaxes has Canada put on goods of the United States, on what value of imports, and which were never in force?
-- about:    Values of imports as the government announced them, each for a year of its own; what was announced and never ordered is in no sum. The value of the cars is not at hand.
-- params:   date = '2026-10-02'
-- example:  date = '2025-03-20'
-- returns:  surtax, surtax_state, rate_low_pct, rate_high_pct, valid_from, valid_to, value_cad_m, tariff_items, ordered_items, in_force_cad_m, citation
-- always:   (surtax_state = 'never') = (valid_from is null) and in_force_cad_m >= 0 and (surtax_state <> 'in_force' or value_cad_m is null or value_cad_m <= in_force_cad_m)

with ordered as (
    select distinct items.tariff_item
    from canada_surtax_lists as items
    inner join canada_surtaxes as surtaxes on items.surtax_list = surtaxes.surtax_list
    where surtaxes.valid_from is not null
),

lists as (
    select
        items.surtax_list,
        cast(count(*) as integer) as tariff_items,
        cast(count(ordered.tariff_item) as integer) as ordered_items
    from canada_surtax_lists as items
    left join ordered on items.tariff_item = ordered.tariff_item
    group by items.surtax_list
),

dated as (
    select
        surtaxes.*,
        lists.tariff_items,
        lists.ordered_items,
        case
            when surtaxes.valid_from is null then 'never'
            when cast($date as date) < surtaxes.valid_from then 'later'
            when surtaxes.valid_to < cast($date as date) then 'ended'
            else 'in_force'
        end as surtax_state
    from canada_surtaxes as surtaxes
    left join lists on surtaxes.surtax_list = lists.surtax_list
)

select
    surtax,
    surtax_state,
    rate_low_pct,
    rate_high_pct,
    valid_from,
    valid_to,
    value_cad_m,
    tariff_items,
    ordered_items,
    coalesce(sum(case when surtax_state = 'in_force' then value_cad_m end) over (), 0) as in_force_cad_m,
    citation
from dated
order by
    surtax_state <> 'in_force', surtax_state = 'never', valid_from desc nulls last, value_cad_m desc nulls last, surtax
