"""Statistics Canada, Web Data Service: full tables as zipped CSV, and the calls around them."""

import csv
import io
import json
from collections.abc import Iterator

from tests.official import cubes, vectors
from tests.official.answer import Answer, Request, as_json, page, zipped
from tests.official.series import Series
from tests.official.world import World, earlier

AFTER = ["UOM", "UOM_ID", "SCALAR_FACTOR", "SCALAR_ID", "VECTOR", "COORDINATE", "VALUE", "STATUS", "SYMBOL"]
AFTER += ["TERMINATED", "DECIMALS"]
FRENCH = {
    "REF_DATE": "PÉRIODE DE RÉFÉRENCE",
    "GEO": "GÉO",
    "UOM": "UNITÉ DE MESURE",  # codespell:ignore
    "UOM_ID": "IDENTIFICATEUR D'UNITÉ DE MESURE",  # codespell:ignore
    "SCALAR_FACTOR": "FACTEUR SCALAIRE",
    "SCALAR_ID": "IDENTIFICATEUR SCALAIRE",
    "VECTOR": "VECTEUR",
    "COORDINATE": "COORDONNÉES",
    "VALUE": "VALEUR",
    "STATUS": "STATUT",
    "SYMBOL": "SYMBOLE",  # codespell:ignore
    "TERMINATED": "TERMINÉ",
    "DECIMALS": "DÉCIMALES",
}
SCALAR_IDS = {"units": 0, "thousands": 3, "millions": 6, "billions": 9}
CURRENT = "CURRENT - a cube available to the public and that is current"
CUBE_HEADER = ["Cube Title", "Product Id", "CANSIM Id", "URL", "Cube Notes", "Archive Status", "Frequency"]
CUBE_HEADER += ["Start Reference Period", "End Reference Period", "Total number of dimensions"]
BOM = "\ufeff"


def service(world: World, request: Request, url: str) -> Answer | None:
    """The REST calls below `/statcan/t1/wds/rest/`."""
    call, *rest = request.place.removeprefix("/statcan/t1/wds/rest/").split("/")
    if call == "getFullTableDownloadCSV" and len(rest) == 2:
        pid, language = rest
        if pid not in cubes.TITLES:
            return as_json({"status": "FAILED", "object": f"Product id {pid} does not exist"})
        tail = "fra" if language == "fr" else "eng"
        return as_json({"status": "SUCCESS", "object": f"{url}/statcan/n1/tbl/csv/{pid}-{tail}.zip"})
    if call == "getChangedCubeList" and len(rest) == 1:
        return as_json({"status": "SUCCESS", "object": _changed(world, rest[0])})
    if call == "getDataFromVectorsAndLatestNPeriods" and request.method == "POST":
        return as_json(*vectors.latest(world, json.loads(request.body)))
    if call == "getDataFromVectorByReferencePeriodRange":
        return as_json(vectors.between(world, request.query))
    return None


def _changed(world: World, day: str) -> list[dict]:
    if day != world.released[:10]:
        return []
    return [{"responseStatusCode": 0, "productId": int(pid), "releaseTime": world.released} for pid in cubes.TITLES]


def table(world: World, request: Request, url: str) -> Answer | None:
    """The zip that a full table download points to."""
    pid, _, tail = request.place.rpartition("/")[2].partition("-")
    if pid not in cubes.TITLES or tail not in ("eng.zip", "fra.zip"):
        return page("Page not found", 404)
    french = tail == "fra.zip"
    series = cubes.series(world, pid)
    lines = list(_lines(world, series, french))
    return zipped(
        {
            f"{pid}.csv": _csv(world, lines, french),
            f"{pid}_MetaData.csv": _csv(world, list(_metadata(pid, series)), french),
        }
    )


def _csv(world: World, lines: list[list[str]], french: bool) -> bytes:
    text = io.StringIO()
    separator = ";" if french or world.french else ","
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(lines)
    return (text.getvalue() if world.without_bom else BOM + text.getvalue()).encode()


def _lines(world: World, series: list[Series], french: bool) -> Iterator[list[str]]:
    header = ["REF_DATE", "GEO", "DGUID", *series[0].members, *AFTER]
    header = [world.renamed_column.get(name, name) for name in header]
    yield [FRENCH.get(name, name) for name in header] if french else header
    periods = sorted({period for one in series for period in one.cells})
    if series[0].monthly:
        periods = [period for period in periods if period <= earlier(world.last_month, world.table_lags)]
    rows = [_row(world, one, period, french) for period in periods for one in series if period in one.cells]
    yield from world.kept(rows)


def _row(world: World, one: Series, period: str, french: bool) -> list[str]:
    value, status = one.cells[period]
    text = "" if value is None else f"{value:.{one.decimals}f}"
    if one.decimals:
        text = text.rstrip("0").rstrip(".")
    if french or world.french:
        text = text.replace(".", ",")
    unit, scalar = world.unit or one.unit[0], world.scalar or one.unit[1]
    scalar_id = str(SCALAR_IDS.get(scalar.strip().lower(), 6))
    before = [period, "Canada", "2016A000011124", *one.members.values(), unit, "81"]
    return [*before, scalar, scalar_id, f"v{one.vector}", one.coordinate, text, status, "", "", str(one.decimals)]


def _metadata(pid: str, series: list[Series]) -> Iterator[list[str]]:
    periods = sorted({period for one in series for period in one.cells})
    address = f"https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid={pid}01"
    frequency = "Monthly" if series[0].monthly else "Annual"
    dimensions = ["Geography", *series[0].members]
    yield CUBE_HEADER
    yield [cubes.TITLES[pid], pid, "", address, "1", CURRENT, frequency, periods[0], periods[-1], str(len(dimensions))]
    yield []
    yield ["Dimension ID", "Dimension name", "Dimension Notes", "Dimension Definitions"]
    yield from ([str(number), name, "", ""] for number, name in enumerate(dimensions, 1))
    yield []
    yield ["Dimension ID", "Member Name", "Classification Code", "Member ID", "Parent Member ID", "Terminated"]
    yield ["1", "Canada", "[11124]", "1", "", ""]
    for number, name in enumerate(dimensions[1:], 2):
        members = {one.members[name]: one.coordinate.split(".")[number - 1] for one in series}
        yield from ([str(number), member, "", identity, "", ""] for member, identity in members.items())
