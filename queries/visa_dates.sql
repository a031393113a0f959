-- question: When did Canada change its visa rule for Mexican citizens?
-- params:   from = 2000, to = 2100
-- example:  from = 2009, to = 2024
-- returns:  date, status, policy_en, policy_fr, policy_es, source_url
-- always:   date is not null

select
    date,
    status,
    policy_en,
    policy_fr,
    policy_es,
    source_url
from visa_policy_dates
where year(date) between $from and $to
order by date
