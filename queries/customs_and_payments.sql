-- question: How far apart are customs and balance-of-payments figures of Canada's trade with Mexico in the same month?
-- about:    Two bases that never share an axis: customs by origin, unadjusted; balance of payments, seasonally adjusted, as The Daily last printed the month. Only months at hand on both; one that was withdrawn is not.
-- params:   flow = 'both'
-- example:  flow = 'imports'
-- returns:  month, flow, customs_cad_m, payments_cad_m, ratio, released
-- always:   customs_cad_m > 0 and payments_cad_m > 0 and abs(ratio - payments_cad_m / customs_cad_m) < 1e-9

with payments as (
    select
        month,
        flow,
        value_cad_m as payments_cad_m,
        released
    from bop_trade_monthly
    where partner = 'MEX'
    qualify row_number() over (partition by month, flow order by released desc) = 1
),

customs as (
    select
        month,
        'imports' as flow,
        imports_cad_m as customs_cad_m
    from goods_with_mexico_monthly
    union all
    select
        month,
        'exports' as flow,
        exports_cad_m as customs_cad_m
    from goods_with_mexico_monthly
)

select
    payments.month,
    payments.flow,
    customs.customs_cad_m,
    payments.payments_cad_m,
    payments.payments_cad_m / customs.customs_cad_m as ratio,
    payments.released
from payments
inner join customs on payments.month = customs.month and payments.flow = customs.flow
where payments.payments_cad_m is not null and ($flow = 'both' or payments.flow = $flow)
order by payments.flow desc, payments.month
