-- question: What is the whole U.S. duty on a product on a date, anti-dumping and countervailing duties included?
-- about:    One row per company with a rate of its own and part of the duty: tariffs by programme, then the cash-deposit rates in force. The whole is empty where an order is in force and one of its rates is not at hand. An order reaches goods by their description; the tariff code only points to them.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN'], hs10 = '4407130000', cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = []
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2026-10-02', partner = ['CAN'], hs10 = '4407130000'
-- returns:  partner, hs10, remedy_goods, remedy_state, company, programme, effective_rate_pct, summed_pct, tariffs_pct, remedies_pct, whole_duty_pct, valid_from, citation
-- always:   effective_rate_pct >= 0 and summed_pct >= effective_rate_pct - 1e-9 and (whole_duty_pct is null or effective_rate_pct <= whole_duty_pct + 1e-9)

with tariffs as (
    select
        partner,
        hs10,
        programme,
        max(measure_id) as measure_id,
        max(rule_id) as rule_id,
        100 * sum(duty_usd) / nullif(sum(imports_usd), 0) as effective_rate_pct
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    where hs10 = $hs10
    group by partner, hs10, programme
),

orders as (
    select distinct
        partner,
        remedy_goods,
        remedy_order,
        remedy_kind
    from trade_remedy_orders
    where
        list_contains($partner, partner)
        and starts_with($hs10, hs_code)
        and coalesce(valid_from <= cast($date as date), true)
),

rates as (
    select
        rates.partner,
        rates.remedy_goods,
        rates.company,
        rates.remedy_kind,
        rates.rate_pct,
        rates.valid_from,
        rates.citation
    from trade_remedy_rates as rates
    inner join orders on rates.partner = orders.partner and rates.remedy_order = orders.remedy_order
    where
        rates.remedy_status = 'final'
        and cast($date as date) between rates.valid_from and coalesce(rates.valid_to, date '9999-12-31')
),

needed as (
    select
        partner,
        remedy_goods,
        count(*) as orders
    from orders
    group by partner, remedy_goods
),

known as (
    select
        partner,
        min(remedy_goods) as remedy_goods
    from orders
    group by partner
),

products as (
    select distinct partner
    from tariffs
),

-- A company has a whole duty where each order of its goods has a rate for it.
companies as (
    select
        rates.partner,
        rates.remedy_goods,
        rates.company,
        sum(rates.rate_pct) as remedies_pct,
        count(*) = any_value(needed.orders) as is_whole
    from rates
    inner join needed on rates.partner = needed.partner and rates.remedy_goods = needed.remedy_goods
    group by rates.partner, rates.remedy_goods, rates.company
),

charged as (
    select
        products.partner,
        coalesce(companies.remedy_goods, known.remedy_goods, '') as remedy_goods,
        case
            when companies.company is not null then 'rated'
            when known.remedy_goods is not null then 'unrated'
            else 'none'
        end as remedy_state,
        coalesce(companies.company, 'all') as company,
        case
            when known.remedy_goods is null then 0
            when companies.is_whole then companies.remedies_pct
        end as remedies_pct
    from products
    left join known on products.partner = known.partner
    left join companies on products.partner = companies.partner
),

tariff_totals as (
    select
        partner,
        sum(effective_rate_pct) as tariffs_pct
    from tariffs
    group by partner
),

buyers as (
    select distinct partner
    from cusma_claims
),

-- A measure has rows for everyone and for partners with terms of their own: those of the partner go first.
citations as (
    select
        tariffs.partner,
        tariffs.measure_id,
        arg_max(
            measures.citation, (measures.target <> 'WLD', measures.valid_from, -measures.measure_part)
        ) as citation
    from tariffs
    inner join tariff_measures as measures on tariffs.measure_id = measures.measure_id
    where
        measures.valid_from <= cast($date as date)
        and (measures.target = 'WLD' or list_contains(string_split(measures.target, ';'), tariffs.partner))
    group by tariffs.partner, tariffs.measure_id
),

parts as (
    select
        charged.partner,
        charged.company,
        tariffs.programme,
        tariffs.effective_rate_pct,
        rules.valid_from,
        case
            when tariffs.programme = 'base' and ($cusma = 'kept' or buyers.partner is null)
                then 'U.S. Census Bureau, imports for consumption 2024: calculated duty ÷ customs value'
            else coalesce(nullif(rules.rule_citation, ''), citations.citation, '')
        end as citation
    from charged
    inner join tariffs on charged.partner = tariffs.partner
    left join tariff_rules as rules on tariffs.rule_id = rules.rule_id
    left join citations on tariffs.partner = citations.partner and tariffs.measure_id = citations.measure_id
    left join buyers on tariffs.partner = buyers.partner
    where tariffs.effective_rate_pct > 0 or tariffs.programme = 'base'
    union all
    select
        partner,
        company,
        remedy_kind as programme,
        rate_pct as effective_rate_pct,
        valid_from,
        citation
    from rates
)

select
    parts.partner,
    cast($hs10 as varchar) as hs10,
    charged.remedy_goods,
    charged.remedy_state,
    parts.company,
    parts.programme,
    parts.effective_rate_pct,
    sum(parts.effective_rate_pct) over (
        partition by parts.partner, parts.company
        order by
            parts.programme in ('antidumping', 'countervailing'), parts.effective_rate_pct desc, parts.programme
        rows unbounded preceding
    ) as summed_pct,
    tariff_totals.tariffs_pct,
    charged.remedies_pct,
    tariff_totals.tariffs_pct + charged.remedies_pct as whole_duty_pct,
    parts.valid_from,
    parts.citation
from parts
inner join charged on parts.partner = charged.partner and parts.company = charged.company
inner join tariff_totals on parts.partner = tariff_totals.partner
order by
    parts.partner, parts.company not in ('all', 'most'), whole_duty_pct desc nulls last, parts.company,
    parts.programme in ('antidumping', 'countervailing'), parts.effective_rate_pct desc, parts.programme
