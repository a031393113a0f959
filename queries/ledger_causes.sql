-- question: Why do two countries' books of one flow differ?
-- about:    A size stands only where a source gives one; the rest is unexplained.
-- params:   lang = 'en'
-- example:
-- returns:  cause, name, says, cause_size_pct, size_period, source_title, source_url
-- always:   cause_size_pct is null or cause_size_pct between 0 and 100

select
    causes.cause,
    names.words as name,
    explained.words as says,
    causes.cause_size_pct,
    causes.size_period,
    causes.source_title,
    causes.source_url
from ledger_causes as causes
inner join texts as names on names.text_kind = 'cause_name' and causes.cause = names.code and names.lang = $lang
inner join texts as explained
    on explained.text_kind = 'cause_says' and causes.cause = explained.code and explained.lang = $lang
order by causes.cause_order
