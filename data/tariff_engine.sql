-- What Washington charges on a product of a partner on a date: tables and macros, made for the first query that names
-- them and by the build of tariff_history. Method: docs/methods.md. Chapters 98 and 99 are left out.

-- Goods that stand on the same lists and hold the same metals are one class: a rule reaches all of them or none, so rules
-- are weighed for some 550 classes and not for 18,000 products. One row per product.
create table tariff_classes as
with lists as (
    select hs10, list_sort(list(concat_ws(' ', tariff_scope, 'from', valid_from, 'to', valid_to))) as stands_on
    from tariff_scopes
    group by hs10
),

products as (
    select distinct hs10
    from us_imports_by_product
),

described as (
    select
        products.hs10,
        lists.stands_on,
        least(coalesce(metal.steel_share, 0.5), 1) as steel_content,
        least(coalesce(metal.aluminum_share, 0.5), 1) as aluminum_content
    from products
    left join lists on products.hs10 = lists.hs10
    left join metal_content as metal on products.hs10 = metal.hs10
)

select
    cast(dense_rank() over (order by stands_on, steel_content, aluminum_content) as integer) as product_class,
    hs10,
    steel_content,
    aluminum_content
from described;

-- The lists of each class, each with its time; `*` is the list of all goods.
create table tariff_class_lists as
select distinct
    classes.product_class,
    scopes.tariff_scope,
    scopes.valid_from,
    scopes.valid_to,
    classes.steel_content,
    classes.aluminum_content
from tariff_classes as classes
inner join tariff_scopes as scopes on classes.hs10 = scopes.hs10
union all
select distinct product_class, '*', cast(null as date), cast(null as date), steel_content, aluminum_content
from tariff_classes;

-- One row per partner and product: 2024 imports, realised duty rate, rate without CUSMA, CUSMA claim shares.
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
    classes.product_class
from lines
left join hs_chapters as chapters on lines.hs_chapter = chapters.hs_chapter
left join hs_heading_sectors as headings on left(lines.hs10, 4) = headings.hs_heading
left join mfn_rates as mfn on left(lines.hs10, 8) = mfn.hs8
inner join tariff_classes as classes on lines.hs10 = classes.hs10
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

-- The rules of each partner from day to day: a partner's own rule takes the place and the priority of the general one. Where
-- the own rule excepts goods that the general one does not, the general one stays for these and names it in `own_rule`.
-- `WLD` stands for all who have no rule of their own.
create table tariff_rules_in_force as
with days as (
    select valid_from as first_day from tariff_rules
    union
    select cast(valid_to + 1 as date) from tariff_rules where valid_to is not null
),

spans as (
    select
        first_day,
        coalesce(cast(lead(first_day) over (order by first_day) - 1 as date), date '9999-12-31') as last_day
    from days
),

in_force as (
    select spans.*, rules.*
    from spans
    inner join tariff_rules as rules
        on spans.first_day between rules.valid_from and coalesce(rules.valid_to, date '9999-12-31')
)

select
    rule.first_day,
    rule.last_day,
    whom.partner,
    rule.rule_id,
    rule.measure_id,
    measure.programme,
    rule.authority,
    rule.tariff_scope,
    rule.rate_kind,
    rule.cusma_rule,
    rule.except_scopes,
    rule.rate_pct,
    own.rule_id as own_rule,
    coalesce(rule.priority, general.priority, 0) as priority
from in_force as rule
inner join (select distinct partner from tariff_rules) as whom on rule.partner = whom.partner or rule.partner = 'WLD'
inner join (select distinct measure_id, programme from tariff_measures) as measure using (measure_id)
left join in_force as general
    on
        rule.partner <> 'WLD'
        and general.partner = 'WLD'
        and rule.first_day = general.first_day
        and rule.authority = general.authority
        and rule.tariff_scope = general.tariff_scope
left join in_force as own
    on
        rule.partner = 'WLD'
        and own.partner <> 'WLD'
        and own.partner = whom.partner
        and own.first_day = rule.first_day
        and own.authority = rule.authority
        and own.tariff_scope = rule.tariff_scope
where own.rule_id is null or own.except_scopes not in ('', rule.except_scopes);

-- Those of chosen partners on a day, each with its rate or the one supposed: `overrides` holds measure:percent, and of two
-- for one measure the last counts.
create macro tariff_rules_on(on_date, partners, overrides) as table
select
    asked.partner,
    rule.* exclude (first_day, last_day, partner, rate_pct),
    coalesce(
        try_cast(
            split_part(
                list_filter(
                    cast(overrides as varchar[]), lambda setting: split_part(setting, ':', 1) = rule.measure_id
                )[-1],
                ':',
                2
            ) as double
        ),
        rule.rate_pct
    ) / 100 as rate
from (select unnest(partners) as partner) as asked
inner join tariff_rules_in_force as rule
    on rule.partner = case
        when asked.partner in (select partner from tariff_rules) then asked.partner
        else 'WLD'
    end
where cast(on_date as date) between rule.first_day and rule.last_day;

-- Every rule that lists a class, with what became of it (`excluded`, `place` 1 wins within its authority), and the part of
-- the value that it takes (`basis`).
create macro tariff_class_rules(on_date, partners, overrides) as table
with rules as (
    select * from tariff_rules_on(on_date, partners, overrides)
),

lists as (
    select product_class, tariff_scope, steel_content, aluminum_content
    from tariff_class_lists
    where
        cast(on_date as date) >= coalesce(valid_from, date '0001-01-01')
        and cast(on_date as date) <= coalesce(valid_to, date '9999-12-31')
),

exempt as (
    select distinct parts.partner, parts.rule_id, lists.product_class
    from (
        select partner, rule_id, unnest(string_split(except_scopes, ';')) as tariff_scope
        from rules
        where except_scopes <> ''
    ) as parts
    inner join lists using (tariff_scope)
),

based as (
    select
        rules.*,
        lists.product_class,
        exempt.product_class is not null as excluded,
        case rules.rate_kind
            when 'metal_al' then lists.aluminum_content
            when 'metal_st' then lists.steel_content
            when 'none' then 0
            else 1
        end as basis
    from rules
    inner join lists using (tariff_scope)
    left join exempt
        on
            rules.partner = exempt.partner
            and rules.rule_id = exempt.rule_id
            and lists.product_class = exempt.product_class
    -- A general rule beside a partner's own one reaches only what the own one excepts.
    where
        rules.own_rule is null
        or (rules.partner, rules.own_rule, lists.product_class) in (select (partner, rule_id, product_class) from exempt)
)

select
    *,
    row_number() over (
        partition by partner, product_class, authority
        order by excluded, priority, basis desc, rule_id
    ) as place
from based;

-- One row per partner and product: its base rate, and the share of its imports that claims CUSMA, as supposed.
create macro tariff_lines_supposed(partners, cusma, claims) as table
select
    *,
    case when cusma = 'lapsed' then rate_without_cusma else duty_rate end as base_rate,
    case
        when cusma = 'lapsed' then 0
        when claims = '2024' then share_2024
        else share_since_july_2025
    end as claim_share
from tariff_lines
where list_contains(partners, partner);

-- Every rule that lists a product, with what became of it.
create macro tariff_candidates(on_date, partners, cusma, claims, overrides) as table
select rules.*, lines.hs10, lines.claim_share
from tariff_class_rules(on_date, partners, overrides) as rules
inner join tariff_lines_supposed(partners, cusma, claims) as lines using (partner, product_class);

-- One row per product and duty that applies: what it is charged on, and how much. `content` is the U.S. content of a
-- CUSMA vehicle, 0 to 1. The base duty is a row of its own.
create macro tariff_parts(on_date, partners, cusma, claims, content, overrides) as table
with winners as (
    select *
    from tariff_class_rules(on_date, partners, overrides)
    where place = 1 and not excluded
),

metals as (
    select partner, product_class, basis as taken
    from winners
    where authority = 's232' and rate_kind <> 'none'
),

reached as (
    select
        winners.*,
        case
            when winners.rate_kind in ('content_split', 'floor_content_split') then 1 - coalesce(metals.taken, 0)
            when winners.rate_kind = 'only_if_no_232' and metals.taken is not null then 0
            when winners.rate_kind = 'only_if_no_232' then 1
            else winners.basis
        end as part_of_value
    from winners
    left join metals using (partner, product_class)
),

lines as (
    select * from tariff_lines_supposed(partners, cusma, claims)
),

factors as (
    select
        reached.authority,
        reached.programme,
        reached.measure_id,
        reached.rule_id,
        reached.rate_kind,
        reached.rate,
        reached.part_of_value,
        lines.*,
        case reached.cusma_rule
            when 'full' then 1 - lines.claim_share
            when 'content40' then 1 - content * lines.claim_share
            else 1
        end as after_cusma
    from reached
    inner join lines using (partner, product_class)
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
    base_rate as rate,
    false as listed,
    0 as dutiable_share,
    imports_usd * base_rate as duty_usd
from lines;

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
