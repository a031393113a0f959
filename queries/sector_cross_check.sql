-- question: How do Canada's customs and the OECD's reconciled tables differ, sector by sector?
-- about:    US$ m, Canada's imports from Mexico and exports to it in the newest year both lenses have; customs converted at the annual rate. Empty until CIMT has been refreshed.
-- needs:    cimt
-- params:   sector = ['all']
-- example:  sector = ['all']
-- returns:  year, sector, sector_name_en, sector_name_fr, sector_name_es, customs_imports_usd_m, oecd_imports_usd_m, customs_exports_usd_m, oecd_exports_usd_m
-- always:   sector between '01' and '15'

with both_lenses as (
    select
        year,
        sector,
        sum(value_usd_m) filter (where lens = 'cimt' and exporter = 'MEX') as customs_imports_usd_m,
        sum(value_usd_m) filter (where lens = 'oecd' and exporter = 'MEX') as oecd_imports_usd_m,
        sum(value_usd_m) filter (where lens = 'cimt' and exporter = 'CAN') as customs_exports_usd_m,
        sum(value_usd_m) filter (where lens = 'oecd' and exporter = 'CAN') as oecd_exports_usd_m
    from goods_by_sector
    where is_goods and lens in ('cimt', 'oecd')
    group by year, sector
    having customs_imports_usd_m is not null and oecd_imports_usd_m is not null
)

select
    both_lenses.year,
    both_lenses.sector,
    sectors.name_en as sector_name_en,
    sectors.name_fr as sector_name_fr,
    sectors.name_es as sector_name_es,
    both_lenses.customs_imports_usd_m,
    both_lenses.oecd_imports_usd_m,
    both_lenses.customs_exports_usd_m,
    both_lenses.oecd_exports_usd_m
from both_lenses
inner join sectors on both_lenses.sector = sectors.sector
where
    both_lenses.year = (select max(newest.year) from both_lenses as newest)
    and (list_contains($sector, 'all') or list_contains($sector, both_lenses.sector))
order by both_lenses.customs_imports_usd_m desc, both_lenses.sector
