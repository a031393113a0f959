-- What is charged on a day, for all questions: by law, and if CUSMA lapsed, from the histories that the build computes with
-- the tariff engine, any other what-if from the engine itself. So another date costs little, and they are told apart in one place.

-- By law with CUSMA kept, or as if it had lapsed, which changes nothing for who claims none: one row per partner, sector,
-- authority and programme; the base duty (`mfn`) carries the imports.
create macro tariff_law(on_date, partners, cusma) as table
with lapsed as (
    select * from tariff_history_lapsed
    where cusma = 'lapsed'
),

history as (
    select * from lapsed
    union all
    select * from tariff_history
    where partner not in (select partner from lapsed)
),

on_the_day as (
    select max(valid_from) as valid_from
    from tariff_history
    where valid_from <= greatest(cast(on_date as date), date '2025-01-01')
)

select
    history.partner,
    history.sector,
    history.authority,
    history.programme,
    case history.authority when 'mfn' then history.value_covered_usd_m else 0 end as imports_usd_m,
    history.duty_usd_m
from history
inner join on_the_day on history.valid_from = on_the_day.valid_from
where list_contains(partners, history.partner);

-- Whether a history holds it: nothing is supposed but the end of CUSMA, without which no share of claims counts.
create macro tariff_in_history(cusma, claims, content, overrides) as
    tariff_scenario(cusma, claims, content, overrides) = tariff_scenario(cusma, 'since_july_2025', 0.4, [])
    or (cusma = 'lapsed' and len(overrides) = 0);

-- From a history or, where something else is supposed, as the engine works it out.
create macro tariff_charged(on_date, partners, cusma, claims, content, overrides) as table
with supposed as (
    select
        partner,
        sector,
        authority,
        programme,
        sum(case authority when 'mfn' then imports_usd else 0 end) / 1e6 as imports_usd_m,
        sum(duty_usd) / 1e6 as duty_usd_m
    from tariff_parts(on_date, partners, cusma, claims, content, overrides)
    where not tariff_in_history(cusma, claims, content, overrides)
    group by partner, sector, authority, programme
)

select * from supposed
union all
select * from tariff_law(on_date, partners, cusma)
where tariff_in_history(cusma, claims, content, overrides);
