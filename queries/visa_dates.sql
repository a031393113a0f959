-- question: When did Canada change its visa rule for Mexican citizens?
-- params:   from = 2000, to = 2100, lang = 'en'
-- example:  from = 2009, to = 2024
-- returns:  date, status, policy, source_url
-- always:   date is not null

select
    rules.date,
    rules.status,
    changes.words as policy,
    rules.source_url
from visa_policy_dates as rules
inner join texts as changes
    on changes.text_kind = 'visa_policy' and cast(rules.date as varchar) = changes.code and changes.lang = $lang
where date_part('year', rules.date) between $from and $to
order by rules.date
