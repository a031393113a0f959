-- What the search of the site looks through, made for the first query that names it. Method: docs/methods.md.

-- Which texts are looked through: of what kind of place they speak, whether they name it or say what it is about, and
-- how much a word in them weighs.
create table search_kinds as
select
    text_kind,
    search_kind,
    part,
    weight
from (
    values
    ('event_title', 'event', 'title', 4), ('event_summary', 'event', 'about', 2),
    ('promise_title', 'promise', 'title', 4), ('promise_outcome', 'promise', 'about', 2), ('evidence_says', 'promise', 'also', 1),
    ('heading_name', 'product', 'title', 5), ('chapter_name', 'product', 'title', 3),
    ('measure_programme', 'measure', 'title', 4), ('measure_scope', 'measure', 'about', 2),
    ('measure_basis', 'measure', 'also', 3),
    ('claim_says', 'claim', 'title', 3), ('claim_concept', 'claim', 'about', 1),
    ('sector_name', 'sector', 'title', 4),
    ('term_name', 'term', 'title', 5), ('term_says', 'term', 'about', 1), ('term_also', 'term', 'also', 3),
    ('page_name', 'page', 'title', 5), ('page_question', 'page', 'about', 2),
    ('table_title', 'table', 'title', 3), ('table_says', 'table', 'about', 1), ('table_code', 'table', 'also', 1),
    ('column_label', 'column', 'title', 2), ('column_means', 'column', 'about', 1), ('column_code', 'column', 'also', 1)
) as kinds (text_kind, search_kind, part, weight);

create table search_texts as
select
    kinds.search_kind,
    kinds.part,
    kinds.weight,
    every_text.code,
    every_text.lang,
    every_text.words
from (
    select
        text_kind,
        case when text_kind = 'evidence_says' then split_part(code, ':', 1) else code end as code,
        lang,
        words
    from texts
    union all
    select text_kind, code, lang, words from site_texts
    union all
    -- The law that a measure rests on is a term of the glossary.
    select
        'measure_basis' as text_kind,
        cast(measures.measure_part as varchar) as code,
        laws.lang,
        laws.words
    from tariff_measures as measures
    inner join texts as named on named.text_kind = 'term_name' and named.lang = 'en' and measures.legal_basis = named.words
    inner join texts as laws on laws.text_kind = 'term_name' and named.code = laws.code
) as every_text
inner join search_kinds as kinds on every_text.text_kind = kinds.text_kind
where not (every_text.text_kind = 'sector_name' and every_text.code = 'all');

-- Where each entry is shown, and what is known of it besides its words.
create table search_places as
select
    'event' as search_kind,
    event as code,
    date,
    'timeline' as page,
    'from=' || least(year(date), 2016) || '&event=' || event as page_params,
    strftime(date, '%Y') || ' ' || replace(actors, ';', ' ') as facts
from events
union all
select
    'promise',
    promise,
    null,
    'agenda',
    'promise=' || promise,
    promised_on || ' ' || coalesce(due_on, '')
from agenda
union all
select
    'measure',
    cast(measure_part as varchar),
    valid_from,
    'tariffs',
    'view=measures&date=' || strftime(valid_from, '%Y-%m-%d') || '&imposing=' || replace(imposing, ';', ',') || '&measure=' || measure_part,
    strftime(valid_from, '%Y')
from tariff_measures
union all
select
    'claim',
    claim,
    null,
    'claims',
    'claim=' || claim,
    about_period
from claims
union all
select
    'term',
    term,
    null,
    'data',
    'view=glossary&term=' || term,
    ''
from glossary
union all
select
    'sector',
    sector,
    null,
    'trade',
    'sector=' || sector,
    ''
from sectors
union all
-- A product opens for the country that sells more of it to the United States.
select
    'product',
    codes.code,
    null,
    'tariffs',
    'view=product&product=' || codes.code || '&partner=' || max_by(lines.partner, lines.imports_usd),
    codes.code
from (select distinct code from search_texts where search_kind = 'product') as codes
inner join (
    select
        partner,
        left(hs10, length) as code,
        sum(imports_usd) as imports_usd
    from us_imports_by_product
    cross join (values (2), (4)) as lengths (length)
    where partner in ('CAN', 'MEX')
    group by partner, left(hs10, length)
) as lines on codes.code = lines.code
group by codes.code
union all
select distinct
    search_kind,
    code,
    cast(null as date),
    case when search_kind = 'page' then split_part(code, ':', 1) else 'data' end,
    case
        when search_kind <> 'page' then 'table=' || split_part(code, ':', 1)
        when contains(code, ':') then 'view=' || split_part(code, ':', 2)
        else ''
    end,
    ''
from search_texts
where search_kind in ('page', 'table', 'column');

-- One row per entry and language.
create table search_entries as
select
    places.search_kind,
    places.code,
    said.lang,
    max(said.words) filter (where said.part = 'title') as title,
    coalesce(max(said.words) filter (where said.part = 'about'), '') as about,
    places.date,
    places.page,
    places.page_params,
    places.facts
from search_places as places
inner join search_texts as said on places.search_kind = said.search_kind and places.code = said.code
group by
    places.search_kind, places.code, said.lang, places.date, places.page, places.page_params, places.facts;

-- One row per entry, language and word in its plain form, with the weight of the heaviest text it stands in.
create table search_forms as
with held as (
    select
        search_kind,
        code,
        lang,
        weight,
        unnest(search_words(words)) as word
    from search_texts
    union all
    select
        search_kind,
        code,
        lang,
        1 as weight,
        unnest(search_words(facts)) as word
    from search_entries
),

forms as (
    select
        word,
        lang,
        plain_form(word, lang) as form
    from (select distinct word, lang from held) as words
)

select
    held.search_kind,
    held.code,
    held.lang,
    forms.form,
    max(held.weight) as weight
from held
inner join forms on held.word = forms.word and held.lang = forms.lang
inner join search_places as places on held.search_kind = places.search_kind and held.code = places.code
group by held.search_kind, held.code, held.lang, forms.form;

create table search_languages as
select
    lang,
    count(*) as entries
from search_entries
group by lang;
