"""Immigration, Refugees and Citizenship Canada: tab-separated "CSV"s in two languages, unsorted."""

from collections.abc import Iterable, Iterator

from tests.official import ircc_workbook, people
from tests.official.answer import Answer, Request
from tests.official.world import World, share

FOLDER = "/ircc/opendata-donneesouvertes/data/"
STREAMS = {
    "ODP-TR-Study-IS_CITZ.csv": "Study",
    "ODP-TR-Work-TFWP-CITZ.csv": "TFWP",
    "ODP-TR-Work-IMP-CITZ.csv": "IMP",
}
ASYLUM = "ODP-Asylum-Top25CitzProv-LastYear.csv"
VISAS = "Open%20Data%20-%20OPS%20TRV%20V-1%20Approved%20en.xlsx"
WORKBOOK = "EN_ODP-TR-Study-IS_CITZ_sign_date.xlsx"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TIME = ["EN_YEAR", "EN_QUARTER", "EN_MONTH", "FR_ANNÉE", "FR_TRIMESTRE", "FR_MOIS"]
# The asylum file spells the accent in another place.
ASYLUM_TIME = [name.replace("ANNÉE", "ANNEÉ") for name in TIME]
CITIZENSHIP = ["EN_COUNTRY_OF_CITIZENSHIP", "FR_PAYS_DE_CITOYENNETÉ"]
PLACE = ["EN_PROVINCE_TERRITORY", "FR_PROVINCE_TERRITOIRE", "EN_COUNTRY_RANK", "FR_CLASSEMENT_PAR_PAYS"]
FRENCH_MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]


def file(world: World, request: Request, url: str) -> Answer | None:
    """A file of the open data folder."""
    name = request.place.removeprefix(FOLDER)
    if name in STREAMS:
        return _tabbed(world, [*TIME, *CITIZENSHIP, "TOTAL"], _permits(world, STREAMS[name]))
    if name == ASYLUM:
        return _tabbed(world, [*ASYLUM_TIME, *PLACE, *CITIZENSHIP, "TOTAL"], _claims(world))
    if name == VISAS:
        return Answer(ircc_workbook.visas(world), kind=XLSX)
    if name == WORKBOOK:
        return Answer(ircc_workbook.study_permits(world), kind=XLSX)
    return None


def _tabbed(world: World, header: list[str], rows: Iterable[list[str]]) -> Answer:
    names = [world.renamed_column.get(name, name) for name in header]
    unsorted = sorted(rows, key=lambda row: share(*row))
    lines = ["\t".join(row) for row in [names, *world.kept(unsorted)]]
    return Answer("".join(f"{line}\r\n" for line in lines).encode(), kind="text/csv")


def _time(month: str) -> list[str]:
    number = int(month[5:])
    quarter = (number + 2) // 3
    english, french = ircc_workbook.MONTHS[number - 1], FRENCH_MONTHS[number - 1]
    return [month[:4], f"Q{quarter}", english, month[:4], f"T{quarter}", french]


def shown(world: World, count: int, month: str) -> str:
    """A count as it is published: nothing for nobody, dashes for a few, else to the nearest five."""
    if 0 < count < 5:
        return "--"
    return str(people.rounded(count * world.factor(month, world.last_permit_month))) if count else ""


def _permits(world: World, stream: str) -> Iterator[list[str]]:
    for month in world.months(last=world.last_permit_month):
        for country in people.countries():
            if country == world.left_ranking:
                continue
            total = shown(world, people.permits(stream, country, month), month)
            if total:
                yield [*_time(month), country, people.french_names()[country], total]
        if world.unknown_country:
            yield [*_time(month), world.unknown_country, world.unknown_country, "40"]


def _claims(world: World) -> Iterator[list[str]]:
    for month in world.months(last=world.last_permit_month):
        for rank, (country, counts) in enumerate(_ranking(world, month[:4]).items(), 1):
            rest = country == people.REST_OF_WORLD
            names = [country, "Autres pays" if rest else people.french_names()[country]]
            if rank == 1 and world.unknown_country:
                names = [world.unknown_country] * 2
            parts = counts[int(month[5:]) - 1]
            for (english, (french, _)), count in zip(people.PROVINCES.items(), parts, strict=True):
                total = shown(world, count, month)
                if total:
                    yield [*_time(month), english, french, str(rank), str(rank), *names, total]


def _ranking(world: World, year: str) -> dict[str, list[list[int]]]:
    """Claims by citizenship, month and province; who has left the ranking is counted among the others."""
    ranked = dict(people.claimants(year))
    left = ranked.pop(world.left_ranking or "", None)
    if left is None:
        return ranked
    both = zip(ranked[people.REST_OF_WORLD], left, strict=True)
    ranked[people.REST_OF_WORLD] = [[a + b for a, b in zip(*months, strict=True)] for months in both]
    return ranked
