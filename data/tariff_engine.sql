-- What Washington charges on a product of a partner on a date: one table and three macros, made for the first
-- query that names them and by the build of tariff_history. Method: docs/methods.md. Chapters 98 and 99 are left out.

-- One row per partner and product: 2024 imports, realised duty rate, rate without CUSMA, CUSMA claim shares, metal contents.
create table tariff_lines as
with shares as (
    select partner, digits, left(hs_code, digits) as code, sum(claimed_usd) / nullif(sum(imports_usd), 0) as share
    from cusma_claims, (values (10), (8), (6), (4), (2)) as levels (digits)
    where claim_period = 'since_july_2025' and length(hs_code) = 10
    group by partner, digits, code
),

shares_2024 as (
    select partner, hs_code as code, claimed_usd / nullif(imports_usd, 0) as share
    from cusma_claims
    where claim_period = '2024'
),

lines as (
    select
        partner,
        hs10,
        left(hs10, 2) as hs_chapter,
        imports_usd,
        coalesce(least(duty_usd / nullif(imports_usd, 0), 1), 0) as duty_rate
    from us_imports_by_product
    where left(hs10, 2) not in ('98', '99')
)

select
    lines.partner,
    lines.hs10,
    lines.hs_chapter,
    coalesce(headings.sector, chapters.sector, '99') as sector,
    lines.imports_usd,
    lines.duty_rate,
    -- Without CUSMA its partners would pay the MFN rate; the duties of all others stay what they are.
    case
        when lines.partner in (select partner from cusma_claims)
            then coalesce(mfn.mfn_rate_pct / 100, lines.duty_rate)
        else lines.duty_rate
    end as rate_without_cusma,
    coalesce(ten.share, eight.share, six.share, four.share, two.share, 0) as share_since_july_2025,
    coalesce(old.share, 0) as share_2024,
    least(coalesce(metal.steel_share, 0.5), 1) as steel_content,
    least(coalesce(metal.aluminum_share, 0.5), 1) as aluminum_content
from lines
left join hs_chapters as chapters on lines.hs_chapter = chapters.hs_chapter
left join hs_heading_sectors as headings on left(lines.hs10, 4) = headings.hs_heading
left join mfn_rates as mfn on left(lines.hs10, 8) = mfn.hs8
left join metal_content as metal on lines.hs10 = metal.hs10
left join shares_2024 as old on lines.partner = old.partner and lines.hs_chapter = old.code
left join shares as ten on lines.partner = ten.partner and ten.digits = 10 and lines.hs10 = ten.code
left join shares as eight on lines.partner = eight.partner and eight.digits = 8 and left(lines.hs10, 8) = eight.code
left join shares as six on lines.partner = six.partner and six.digits = 6 and left(lines.hs10, 6) = six.code
left join shares as four on lines.partner = four.partner and four.digits = 4 and left(lines.hs10, 4) = four.code
left join shares as two on lines.partner = two.partner and two.digits = 2 and lines.hs_chapter = two.code
order by lines.partner, lines.hs10;

-- The settings of a what-if in one text; as in law: cusma=kept;claims=since_july_2025;content=0.4;overrides=none.
create macro tariff_scenario(cusma, claims, content, overrides) as concat_ws(
    ';',
    'cusma=' || cusma,
    'claims=' || claims,
    'content=' || content,
    'overrides=' || coalesce(nullif(array_to_string(cast(overrides as varchar[]), '+'), ''), 'none')
);

-- The rules in force for chosen partners: a partner's own rule takes the place and the priority of the general one. Where
-- the own rule excepts goods that the general one does not, the general one stays for these and names it in `own_rule`.
-- `overrides` holds measure:percent.
create macro tariff_rules_on(on_date, partners, overrides) as table
with in_force as (
    select *
    from tariff_rules
    where cast(on_date as date) between valid_from and coalesce(valid_to, date '9999-12-31')
)

select
    whom.partner,
    rule.rule_id,
    rule.measure_id,
    measure.programme,
    rule.authority,
    rule.tariff_scope,
    rule.rate_kind,
    rule.cusma_rule,
    rule.except_scopes,
    own.rule_id as own_rule,
    coalesce(rule.priority, general.priority, 0) as priority,
    coalesce(
        (
            select any_value(try_cast(split_part(setting, ':', 2) as double))
            from unnest(cast(overrides as varchar[])) as settings (setting)
            where split_part(setting, ':', 1) = rule.measure_id
        ),
        rule.rate_pct
    ) / 100 as rate
from in_force as rule
inner join (select unnest(partners) as partner) as whom on rule.partner = whom.partner or rule.partner = 'WLD'
inner join (select distinct measure_id, programme from tariff_measures) as measure using (measure_id)
left join in_force as general
    on
        rule.partner <> 'WLD'
        and general.partner = 'WLD'
        and rule.authority = general.authority
        and rule.tariff_scope = general.tariff_scope
left join in_force as own
    on
        rule.partner = 'WLD'
        and own.partner = whom.partner
        and own.authority = rule.authority
        and own.tariff_scope = rule.tariff_scope
where own.rule_id is null or own.except_scopes not in ('', rule.except_scopes);

-- Every rule that lists a product, with what became of it (`excluded`, `place` 1 wins within its authority).
create macro tariff_candidates(on_date, partners, cusma, claims, overrides) as table
with rules as (
    select * from tariff_rules_on(on_date, partners, overrides)
),

lists as (
    select tariff_scope, hs10
    from tariff_scopes
    where
        cast(on_date as date) >= coalesce(valid_from, date '0001-01-01')
        and cast(on_date as date) <= coalesce(valid_to, date '9999-12-31')
),

exempt as (
    select distinct parts.partner, parts.rule_id, lists.hs10
    from (
        select partner, rule_id, unnest(string_split(except_scopes, ';')) as tariff_scope
        from rules
        where except_scopes <> ''
    ) as parts
    inner join lists using (tariff_scope)
),

listed as (
    select rules.*, lines.* exclude (partner)
    from rules
    inner join lists using (tariff_scope)
    inner join tariff_lines as lines on rules.partner = lines.partner and lists.hs10 = lines.hs10
    where rules.tariff_scope <> '*'
    union all
    select rules.*, lines.* exclude (partner)
    from rules
    inner join tariff_lines as lines on rules.partner = lines.partner
    where rules.tariff_scope = '*'
),

-- A general rule beside a partner's own one reaches only what the own one excepts.
reached as (
    select listed.*, exempt.hs10 is not null as excluded
    from listed
    left join exempt
        on
            listed.partner = exempt.partner
            and listed.rule_id = exempt.rule_id
            and listed.hs10 = exempt.hs10
    where
        listed.own_rule is null
        or (listed.partner, listed.own_rule, listed.hs10) in (select (partner, rule_id, hs10) from exempt)
),

based as (
    select
        reached.* exclude (rate_without_cusma, duty_rate, share_2024, share_since_july_2025),
        case when cusma = 'lapsed' then reached.rate_without_cusma else reached.duty_rate end as base_rate,
        case
            when cusma = 'lapsed' then 0
            when claims = '2024' then reached.share_2024
            else reached.share_since_july_2025
        end as claim_share,
        case reached.rate_kind
            when 'metal_al' then reached.aluminum_content
            when 'metal_st' then reached.steel_content
            when 'none' then 0
            else 1
        end as basis
    from reached
)

select
    *,
    row_number() over (
        partition by partner, hs10, authority
        order by excluded, priority, basis desc, rule_id
    ) as place
from based;

-- One row per product and duty that applies: what it is charged on, and how much. `content` is the U.S. content of a
-- CUSMA vehicle, 0 to 1. The base duty is a row of its own.
create macro tariff_parts(on_date, partners, cusma, claims, content, overrides) as table
with winners as (
    select *
    from tariff_candidates(on_date, partners, cusma, claims, overrides)
    where place = 1 and not excluded
),

metals as (
    select partner, hs10, basis as taken
    from winners
    where authority = 's232' and rate_kind <> 'none'
),

factors as (
    select
        winners.*,
        case
            when winners.rate_kind in ('content_split', 'floor_content_split') then 1 - coalesce(metals.taken, 0)
            when winners.rate_kind = 'only_if_no_232' and metals.taken is not null then 0
            when winners.rate_kind = 'only_if_no_232' then 1
            else winners.basis
        end as part_of_value,
        case winners.cusma_rule
            when 'full' then 1 - winners.claim_share
            when 'content40' then 1 - content * winners.claim_share
            else 1
        end as after_cusma
    from winners
    left join metals using (partner, hs10)
),

charged as (
    select
        *,
        case rate_kind
            when 'none' then 0
            -- A what-if below 15 % charges no more than it says.
            when 'note16j' then greatest(rate * (1 - claim_share), least(rate, 0.15))
            when 'total_floor' then greatest(0, rate - base_rate) * part_of_value * after_cusma
            when 'floor_content_split' then greatest(0, rate - base_rate) * part_of_value * after_cusma
            when 'total_floor_x0.2' then 0.2 * greatest(0, rate - base_rate) * part_of_value * after_cusma
            else rate * part_of_value * after_cusma
        end as added_rate
    from factors
)

select
    partner,
    hs10,
    hs_chapter,
    sector,
    authority,
    programme,
    measure_id,
    rule_id,
    imports_usd,
    claim_share,
    part_of_value,
    after_cusma,
    rate,
    rate_kind <> 'none' as listed,
    case when added_rate > 0 then part_of_value * after_cusma else 0 end as dutiable_share,
    imports_usd * added_rate as duty_usd
from charged
union all
select
    partner,
    hs10,
    hs_chapter,
    sector,
    'mfn' as authority,
    'base' as programme,
    'US-MFN' as measure_id,
    'base' as rule_id,
    imports_usd,
    0 as claim_share,
    1 as part_of_value,
    1 as after_cusma,
    case when cusma = 'lapsed' then rate_without_cusma else duty_rate end as rate,
    false as listed,
    0 as dutiable_share,
    imports_usd * case when cusma = 'lapsed' then rate_without_cusma else duty_rate end as duty_usd
from tariff_lines
where list_contains(partners, partner);

-- The days on which any rule, or any list a rule speaks of, starts or has ended; from the eve of the first measure.
create view tariff_regimes as
with days as (
    select date '2025-01-01' as valid_from
    union
    select valid_from from tariff_rules
    union
    select valid_to + 1 from tariff_rules where valid_to is not null
    union
    select valid_from from tariff_scopes where valid_from is not null
    union
    select valid_to + 1 from tariff_scopes where valid_to is not null
)

select cast(valid_from as date) as valid_from, cast(lead(valid_from) over (order by valid_from) - 1 as date) as valid_to
from days
where valid_from >= date '2025-01-01';
