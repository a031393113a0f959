-- question: Where are the ports and routes of the agenda?
-- about:    Ports stand at their town; lines run straight between towns and do not show the course.
-- params:   lang = 'en'
-- example:
-- returns:  route, stop, route_kind, country, longitude, latitude, name, promise, agenda_status, title, source_url
-- always:   latitude between 14 and 50 and longitude between -120 and -60

select
    places.route,
    places.stop,
    places.route_kind,
    places.country,
    places.longitude,
    places.latitude,
    names.words as name,
    places.promise,
    agenda.agenda_status,
    titles.words as title,
    places.source_url
from agenda_places as places
inner join agenda on places.promise = agenda.promise
inner join texts as names
    on names.text_kind = 'place_name' and places.route || ':' || places.stop = names.code and names.lang = $lang
inner join texts as titles
    on titles.text_kind = 'promise_title' and places.promise = titles.code and titles.lang = $lang
order by places.route, places.stop
