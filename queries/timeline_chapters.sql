-- question: Into which chapters does the relation between Canada and Mexico fall?
-- about:    Chapters are ours; each ends where the next begins. Counts follow the filters; steps of one act count once in a chapter.
-- engine:   duckdb
-- params:   category = ['all'], actor = ['all'], effect = ['all'], scope = ['all'], confidence = ['all'], text = '', lang = 'en'
-- example:  scope = ['canada-mexico']
-- returns:  chapter, first_day, last_day, name, says, strains, repairs, events
-- always:   strains + repairs <= events and (last_day is null or last_day > first_day)

with counted as (
    select
        found.chapter,
        cast(count(distinct events.act) filter (where events.effect = 'strain') as integer) as strains,
        cast(count(distinct events.act) filter (where events.effect = 'repair') as integer) as repairs,
        cast(count(*) as integer) as events
    from events
    inner join events_found(1, 9999, $category, $actor, $effect, $scope, $confidence, $text, 'all', $lang) as found
        on events.event = found.event
    group by found.chapter
)

select
    chapters.chapter,
    chapters.first_day,
    cast(lead(chapters.first_day) over (order by chapters.first_day) - interval 1 day as date) as last_day,
    names.words as name,
    sentences.words as says,
    coalesce(counted.strains, 0) as strains,
    coalesce(counted.repairs, 0) as repairs,
    coalesce(counted.events, 0) as events
from event_chapters as chapters
inner join texts as names
    on names.text_kind = 'timeline_chapter_name' and chapters.chapter = names.code and names.lang = $lang
inner join texts as sentences
    on sentences.text_kind = 'timeline_chapter_says' and chapters.chapter = sentences.code and sentences.lang = $lang
left join counted on chapters.chapter = counted.chapter
order by chapters.first_day
