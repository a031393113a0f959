-- question: What is the outline of North America, coarse?
-- about:    For small maps; points beyond the window of the map are left out, so that its edge is straight.
-- params:   north = 51.5, west = -125.0, east = -65.0
-- example:
-- returns:  country, ring, point, longitude, latitude
-- always:   latitude between -90 and 90 and longitude between -180 and 180

select
    country,
    ring,
    point,
    longitude,
    latitude
from outlines
where latitude <= $north and longitude between $west and $east
qualify count(*) over (partition by country, ring) > 3
order by country, ring, point
