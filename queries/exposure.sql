-- question: How exposed is a country to U.S. duties on a date: what pays, and what the bill is beside its exports and its output?
-- about:    Rate, share that pays and bill on fixed 2024 trade, without anti-dumping and countervailing duties. Exports to all countries of 2024 as the country counts them (Canada, Mexico), share of the United States in them of the year stated, gross domestic product of the latest year at hand; empty where no source is at hand. by = sector cuts the bill, not the denominators.
-- engine:   duckdb
-- params:   date = '2026-10-02', partner = ['CAN', 'MEX', 'EUU', 'CHN', 'JPN', 'KOR', 'GBR', 'VNM', 'TWN', 'IND', 'CHE', 'BRA'], cusma = 'kept', claims = 'since_july_2025', content = 0.4, override = [], by = 'country'
-- choices:  cusma = ['kept', 'lapsed'], claims = ['since_july_2025', '2024'], by = ['country', 'sector']
-- limits:   content = [0, 1]
-- example:  date = '2025-09-18', partner = ['CAN', 'MEX']
-- returns:  partner, sector, imports_usd_m, effective_rate_pct, dutiable_pct, duty_usd_m, duty_share_pct, exports_usd_m, exports_year, us_share_pct, us_share_year, duty_of_exports_pct, gdp_usd_m, gdp_year, duty_of_gdp_pct, scenario
-- always:   dutiable_pct between 0 and 100.0001 and duty_usd_m >= 0 and (duty_of_gdp_pct is null or abs(duty_of_gdp_pct * gdp_usd_m - 100 * duty_usd_m) < 1)

with products as (
    select
        partner,
        hs10,
        case when $by = 'sector' then any_value(sector) end as sector,
        any_value(imports_usd) as imports_usd,
        sum(duty_usd) as duty_usd,
        least(1, sum(dutiable_share)) as dutiable
    from tariff_parts($date, $partner, $cusma, $claims, $content, $override)
    group by partner, hs10
),

bills as (
    select
        partner,
        sector,
        sum(imports_usd) / 1e6 as imports_usd_m,
        sum(duty_usd) / 1e6 as duty_usd_m,
        100 * sum(imports_usd * dutiable) / nullif(sum(imports_usd), 0) as dutiable_pct
    from products
    group by partner, sector
),

canada as (
    select
        sum(exports_cad_m) filter (where partner = 'WLD') as exports_cad_m,
        sum(exports_cad_m) filter (where partner = 'USA') as to_us_cad_m
    from goods_trade_adjusted
    where date_part('year', month) = 2024
),

exports as (
    select
        'CAN' as partner,
        canada.exports_cad_m / dollar.cad_per_usd as exports_usd_m,
        100 * canada.to_us_cad_m / canada.exports_cad_m as us_share_pct,
        2024 as us_share_year
    from canada
    cross join exchange_rates_annual as dollar
    where dollar.year = 2024
    union all
    select
        country as partner,
        max(exports_usd_m) filter (where year = 2024) as exports_usd_m,
        max_by(us_share_pct, year) filter (where us_share_pct is not null) as us_share_pct,
        max(year) filter (where us_share_pct is not null) as us_share_year
    from mexico_exports
    group by country
),

output as (
    select
        country,
        max_by(gdp_usd_m, year) as gdp_usd_m,
        max(year) as gdp_year
    from economies
    where gdp_usd_m is not null
    group by country
)

select
    bills.partner,
    bills.sector,
    bills.imports_usd_m,
    100 * bills.duty_usd_m / nullif(bills.imports_usd_m, 0) as effective_rate_pct,
    bills.dutiable_pct,
    bills.duty_usd_m,
    100 * bills.duty_usd_m / nullif(sum(bills.duty_usd_m) over (partition by bills.partner), 0) as duty_share_pct,
    exports.exports_usd_m,
    case when exports.exports_usd_m is not null then 2024 end as exports_year,
    exports.us_share_pct,
    cast(exports.us_share_year as integer) as us_share_year,
    100 * bills.duty_usd_m / exports.exports_usd_m as duty_of_exports_pct,
    output.gdp_usd_m,
    output.gdp_year,
    100 * bills.duty_usd_m / output.gdp_usd_m as duty_of_gdp_pct,
    tariff_scenario($cusma, $claims, $content, $override) as scenario
from bills
left join exports on bills.partner = exports.partner
left join output on bills.partner = output.country
order by duty_of_gdp_pct desc nulls last, bills.duty_usd_m desc, bills.partner, bills.sector
