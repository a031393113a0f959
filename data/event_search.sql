-- Which events a reader asks for: the one filter of the timeline, made for the first query that names it. Method: docs/methods.md.

-- The words of a text: lower case, without accents, in the order of the text.
create macro search_words(written) as regexp_extract_all(
    replace(lower(strip_accents(written)), 'œ', 'oe'),
    '[\p{L}\p{N}]+'
);

-- A word without its longest ending that a search looks past in that language, or by the name it is read as.
create macro plain_form(word, reader) as coalesce(
    (
        select
            max_by(
                left(word, length(word) - length(endings.ending)) || endings.instead,
                length(endings.ending)
            )
        from word_endings as endings
        where
            endings.lang = reader
            and ends_with(word, endings.ending)
            and length(word) - length(endings.ending) + length(endings.instead) > 1
    ),
    word
);

-- The words in the title and summary of each event, each once, with the form by which they are compared.
create table event_words as
select
    event,
    lang,
    word,
    plain_form(word, lang) as form
from (
    select distinct
        code as event,
        lang,
        unnest(search_words(words)) as word
    from texts
    where text_kind in ('event_title', 'event_summary')
) as held;

-- What each event is chosen by, and the chapter it falls into.
create table event_places as
select
    events.event,
    chapters.chapter,
    year(events.date) as year,
    events.category,
    string_split(events.actors, ';') as actors,
    events.effect,
    events.scope,
    events.confidence
from events
inner join (
    select chapter, first_day, lead(first_day, 1, date '9999-12-31') over (order by first_day) as next_day
    from event_chapters
) as chapters on events.date >= chapters.first_day and events.date < chapters.next_day;

-- Events with every word that is typed in the title or summary in the reader's language: as a word (in singular or plural,
-- or by a name of the same meaning), or as the beginning of one where it has three letters.
create macro events_with(typed, reader) as table
with asked as (
    select
        word,
        plain_form(word, reader) as form
    from (select distinct unnest(search_words(typed)) as word) as words
),

matched as (
    select distinct
        held.event,
        asked.word
    from event_words as held
    inner join asked
        on
            held.lang = reader
            and (held.form = asked.form or (length(asked.word) > 2 and starts_with(held.word, asked.word)))
)

select event
from matched
group by event
having count(*) = (select count(*) from asked);

-- One row per event found.
create macro events_found(first_year, last_year, subjects, countries, effects, scopes, certainties, typed, part, reader) as table
select event, chapter
from event_places
where
    (part = 'all' or chapter = part)
    and year between first_year and last_year
    and (list_contains(subjects, 'all') or list_contains(subjects, category))
    and (list_contains(countries, 'all') or list_has_any(actors, countries))
    and (list_contains(effects, 'all') or list_contains(effects, effect))
    and (list_contains(scopes, 'all') or list_contains(scopes, scope))
    and (list_contains(certainties, 'all') or list_contains(certainties, confidence))
    and (trim(typed) = '' or event in (select event from events_with(typed, reader)));
