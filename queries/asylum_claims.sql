-- question: How many Mexicans claimed asylum in Canada each year?
-- about:    Two publishers count differently; each row names its own.
-- params:   from = 2000, to = 2100, publisher = 'both'
-- choices:  publisher = ['both', 'IRCC', 'UNHCR']
-- example:  from = 2022, to = 2025, publisher = 'IRCC'
-- returns:  year, publisher, claims, all_claims, share_pct, grade
-- always:   claims <= all_claims and share_pct between 0 and 100

select
    mexico.year,
    mexico.publisher,
    mexico.claims,
    world.claims as all_claims,
    100e0 * mexico.claims / world.claims as share_pct,
    mexico.grade
from asylum_claims as mexico
left join asylum_claims as world
    on mexico.year = world.year and mexico.publisher = world.publisher and world.country = 'WLD'
where
    mexico.country = 'MEX'
    and mexico.year between $from and $to
    and ($publisher = 'both' or mexico.publisher = $publisher)
order by mexico.publisher, mexico.year
