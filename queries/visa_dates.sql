-- question: When did Canada change its visa rule for Mexican citizens?
-- params:   first_year = 2000, last_year = 2100
-- example:  first_year = 2009, last_year = 2024
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
where year(date) between $first_year and $last_year
order by date
