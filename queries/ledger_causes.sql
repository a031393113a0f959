-- question: Why do two countries' books of one flow differ?
-- about:    A size stands only where a source gives one; the rest is unexplained.
-- params:
-- example:
-- returns:  cause, name_en, name_fr, name_es, says_en, says_fr, says_es, cause_size_pct, size_period, source_title, source_url
-- always:   cause_size_pct is null or cause_size_pct between 0 and 100

select
    cause,
    name_en,
    name_fr,
    name_es,
    says_en,
    says_fr,
    says_es,
    cause_size_pct,
    size_period,
    source_title,
    source_url
from ledger_causes
order by cause_order
