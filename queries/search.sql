-- question: Where on this site do these words stand?
-- about:    All words must stand in an entry, those that stand in more than one entry of eight excepted: in the reader's language, else in another one. Where no entry has them all, those that have most of them answer, if they have more than half (is_whole is false). Accents and endings are looked past; three letters are the beginning of a word.
-- engine:   duckdb
-- params:   text = 'pipeline', search_kind = 'all', top = 5, lang = 'en'
-- choices:  search_kind = ['all', 'page', 'term', 'product', 'sector', 'event', 'promise', 'measure', 'claim', 'table', 'column']
-- example:  text = 'jitomate', lang = 'en'
-- returns:  search_kind, code, title, about, partner, remedies_pct, valid_from, date, page, page_params, hits, is_whole, lang
-- always:   hits > 0 and page <> ''

with asked as (
    select distinct unnest(search_words($text)) as word
),

asked_forms as (
    select
        asked.word,
        languages.lang,
        plain_form(asked.word, languages.lang) as form
    from asked
    cross join search_languages as languages
),

matched as (
    select
        held.search_kind,
        held.code,
        held.lang,
        asked_forms.word,
        max(held.weight * case when held.form = asked_forms.form then 2 else 1 end) as weight
    from asked_forms
    inner join search_forms as held
        on
            asked_forms.lang = held.lang
            and (
                asked_forms.form = held.form
                or (length(asked_forms.form) > 2 and starts_with(held.form, asked_forms.form))
                or (
                    length(held.form) > 4
                    and length(asked_forms.form) - length(held.form) <= 2
                    and starts_with(asked_forms.form, held.form)
                )
            )
    group by held.search_kind, held.code, held.lang, asked_forms.word
),

common as (
    select matched.word
    from matched
    inner join search_languages as languages on matched.lang = languages.lang
    group by matched.word, matched.lang, languages.entries
    having 8 * count(*) > languages.entries
),

needed as (
    select word
    from asked
    qualify word not in (select word from common) or bool_and(word in (select word from common)) over ()
),

fitting as (
    select
        matched.search_kind,
        matched.code,
        matched.lang,
        count(needed.word) as words,
        sum(case when needed.word is null then matched.weight / 10 else matched.weight end) as weight
    from matched
    left join needed on matched.word = needed.word
    group by matched.search_kind, matched.code, matched.lang
    having 2 * count(needed.word) > (select count(wanted.word) from needed as wanted)
),

best as (
    select
        words,
        lang = $lang as is_own
    from fitting
    order by words desc, is_own desc
    limit 1
),

found as (
    select
        fitting.search_kind,
        fitting.code,
        fitting.lang,
        fitting.words,
        fitting.weight
    from fitting
    inner join best on fitting.words = best.words and (fitting.lang = $lang) = best.is_own
    where $search_kind = 'all' or fitting.search_kind = $search_kind
    qualify
        row_number() over (
            partition by fitting.search_kind, fitting.code
            order by fitting.weight desc, fitting.lang
        ) = 1
),

-- What most companies deposit on the goods of a heading that an order reaches, anti-dumping and countervailing together.
remedies as (
    select
        code,
        partner,
        sum(rate_pct) as remedies_pct,
        max(valid_from) as valid_from
    from (
        select distinct
            left(orders.hs_code, 4) as code,
            orders.partner,
            orders.remedy_order,
            rates.rate_pct,
            rates.valid_from
        from trade_remedy_orders as orders
        inner join trade_remedy_rates as rates
            on orders.partner = rates.partner and orders.remedy_order = rates.remedy_order
        where rates.company = 'most' and rates.remedy_status = 'final' and rates.valid_to is null
    ) as deposits
    group by code, partner
),

ranked as (
    select
        found.search_kind,
        found.code,
        entries.title,
        entries.about,
        remedies.partner,
        remedies.remedies_pct,
        remedies.valid_from,
        entries.date,
        entries.page,
        entries.page_params,
        count(*) over (partition by found.search_kind) as hits,
        found.words = (select count(wanted.word) from needed as wanted) as is_whole,
        found.lang,
        max(found.weight) over (partition by found.search_kind) as best_weight,
        row_number() over (
            partition by found.search_kind
            order by found.weight desc, length(entries.title), entries.title, found.code
        ) as place
    from found
    inner join search_entries as entries
        on found.search_kind = entries.search_kind and found.code = entries.code and entries.lang = $lang
    left join remedies on found.search_kind = 'product' and found.code = remedies.code
)

select
    search_kind,
    code,
    title,
    about,
    partner,
    remedies_pct,
    valid_from,
    date,
    page,
    page_params,
    hits,
    is_whole,
    lang
from ranked
where place <= $top
order by best_weight desc, search_kind, place
