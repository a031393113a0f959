-- question: How many strains and repairs did the latest twelve months bring between Canada and Mexico, and the twelve before?
-- about:    The twelve months end with the newest event of any kind known on the date; steps of one act count once; the wider field is left out.
-- params:   date = '2026-10-02'
-- example:  date = '2026-10-02'
-- returns:  period, effect, first_date, last_date, acts
-- always:   acts >= 0 and first_date < last_date

with newest as (
    select max(date) as last_date
    from events
    where date <= cast($date as date)
),

spans as (
    select
        'latest' as period,
        cast(last_date - interval 12 month as date) + 1 as first_date,
        last_date
    from newest
    union all
    select
        'before' as period,
        cast(last_date - interval 24 month as date) + 1 as first_date,
        cast(last_date - interval 12 month as date) as last_date
    from newest
),

acts as (
    select
        date,
        effect
    from events
    where scope = 'canada-mexico' and event = act
)

select
    spans.period,
    kinds.effect,
    spans.first_date,
    spans.last_date,
    cast(count(acts.effect) as integer) as acts
from spans
cross join (values ('strain'), ('repair')) as kinds (effect)
left join acts on kinds.effect = acts.effect and acts.date between spans.first_date and spans.last_date
where spans.last_date is not null
group by spans.period, kinds.effect, spans.first_date, spans.last_date
order by spans.last_date desc, kinds.effect desc
