-- question: What is the effective U.S. tariff rate on a country's goods on a date, without and with anti-dumping and countervailing duties?
-- about:    The rates of most companies on all 2024 imports of the goods with known rates (Canadian softwood lumber, Mexican tomatoes); other orders are left out, so that the rate with them is a lower bound there; static, first round, on fixed 2024 trade, chapters 98 and 99 left out.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], sector = ['all']
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024']
-- limits:   content = [0, 1]
-- example:  date = '2026-10-02', partner = ['CAN', 'MEX']
-- returns:  partner, remedy_goods, effective_rate_pct, with_remedies_pct, duty_usd_m, remedy_duty_usd_m, remedy_imports_usd_m, imports_usd_m
-- always:   with_remedies_pct >= effective_rate_pct - 1e-9 and remedy_imports_usd_m <= imports_usd_m

with tariffs as (
    select
        partner,
        1e6 * sum(duty_usd_m) as duty_usd,
        1e6 * sum(imports_usd_m) as imports_usd
    from tariff_charged($date, $partner, $cusma, $claims, $content, $override)
    where ($sector = ['all'] or list_contains($sector, sector))
    group by partner
),

rates as (
    select
        partner,
        remedy_order,
        remedy_goods,
        rate_pct
    from trade_remedy_rates
    where
        company = 'most'
        and remedy_status = 'final'
        and cast($date as date) between valid_from and coalesce(valid_to, date '9999-12-31')
),

-- A product pays once for each order that reaches it, however many of its code's beginnings the order names.
reached as (
    select distinct
        lines.partner,
        lines.hs10,
        lines.imports_usd,
        rates.remedy_order,
        rates.remedy_goods,
        rates.rate_pct
    from tariff_lines as lines
    inner join trade_remedy_orders as orders
        on lines.partner = orders.partner and starts_with(lines.hs10, orders.hs_code)
    inner join rates on orders.partner = rates.partner and orders.remedy_order = rates.remedy_order
    where ($sector = ['all'] or list_contains($sector, lines.sector))
),

products as (
    select
        partner,
        hs10,
        remedy_goods,
        any_value(imports_usd) as imports_usd,
        sum(imports_usd * rate_pct / 100) as duty_usd
    from reached
    group by partner, hs10, remedy_goods
),

remedies as (
    select
        partner,
        max(remedy_goods) as remedy_goods,
        sum(imports_usd) as imports_usd,
        sum(duty_usd) as duty_usd
    from products
    group by partner
)

select
    tariffs.partner,
    coalesce(remedies.remedy_goods, '') as remedy_goods,
    100 * tariffs.duty_usd / nullif(tariffs.imports_usd, 0) as effective_rate_pct,
    100 * (tariffs.duty_usd + coalesce(remedies.duty_usd, 0)) / nullif(tariffs.imports_usd, 0) as with_remedies_pct,
    tariffs.duty_usd / 1e6 as duty_usd_m,
    coalesce(remedies.duty_usd, 0) / 1e6 as remedy_duty_usd_m,
    coalesce(remedies.imports_usd, 0) / 1e6 as remedy_imports_usd_m,
    tariffs.imports_usd / 1e6 as imports_usd_m
from tariffs
left join remedies on tariffs.partner = remedies.partner
order by with_remedies_pct desc, tariffs.partner
