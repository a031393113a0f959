-- What is charged on a day, for all questions: by law, and if CUSMA lapsed, from the histories that the build computes with
-- the tariff engine, any other what-if from the engine itself. So another date costs little, and they are told apart in one place.

-- By law: one row per partner, sector, authority and programme; the base duty (`mfn`) carries the imports.
create macro tariff_law(on_date, partners) as table
with on_the_day as (
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
from tariff_history as history
inner join on_the_day on history.valid_from = on_the_day.valid_from
where list_contains(partners, history.partner);

-- If CUSMA lapsed: the same, and by law where no CUSMA is claimed.
create macro tariff_lapsed(on_date, partners) as table
with on_the_day as (
    select max(valid_from) as valid_from
    from tariff_history_lapsed
    where valid_from <= greatest(cast(on_date as date), date '2025-01-01')
)

select
    history.partner,
    history.sector,
    history.authority,
    history.programme,
    case history.authority when 'mfn' then history.value_covered_usd_m else 0 end as imports_usd_m,
    history.duty_usd_m
from tariff_history_lapsed as history
inner join on_the_day on history.valid_from = on_the_day.valid_from
where list_contains(partners, history.partner)
union all
select * from tariff_law(on_date, partners)
where partner not in (select partner from tariff_history_lapsed);

-- Which of the three is asked for; without CUSMA nobody claims it, whatever else is supposed of claims.
create macro tariff_told(cusma, claims, content, overrides) as case
    when tariff_scenario(cusma, claims, content, overrides) = tariff_scenario('kept', 'since_july_2025', 0.4, []) then 'law'
    when cusma = 'lapsed' and len(overrides) = 0 then 'lapsed'
    else 'supposed'
end;

-- By law, if CUSMA lapsed or, where something else is supposed, as the engine works it out.
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
    where tariff_told(cusma, claims, content, overrides) = 'supposed'
    group by partner, sector, authority, programme
)

select * from supposed
union all
select * from tariff_law(on_date, partners)
where tariff_told(cusma, claims, content, overrides) = 'law'
union all
select * from tariff_lapsed(on_date, partners)
where tariff_told(cusma, claims, content, overrides) = 'lapsed';
