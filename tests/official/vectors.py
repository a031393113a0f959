"""Statistics Canada, Web Data Service: single series by vector number, each with a verdict of its own."""

from collections.abc import Callable
from functools import partial

from tests.official import cubes
from tests.official.series import Series
from tests.official.world import World

MOST_VECTORS = 300
BAD_VECTOR, SUCCESS = 4, 0
MONTHLY, ANNUAL = 6, 12
STATUS_CODES = {"": 0, "..": 1, "E": 7, "F": 8, "...": 9, "x": 10}
SYMBOL_CODES = {"r": 2, "p": 1}
SCALAR_CODES = {"units": 0, "thousands": 3, "millions": 6, "billions": 9}


def latest(world: World, wanted: list[dict]) -> tuple[list[dict] | dict, int]:
    """The last N periods of each vector, and the HTTP code."""
    if len(wanted) > MOST_VECTORS:
        return {"message": f"At most {MOST_VECTORS} vectors per call"}, 400
    known = _by_vector(world)
    counts = {int(ask["vectorId"]): int(ask["latestN"]) for ask in wanted}
    return [_item(world, known, number, partial(_last, count)) for number, count in counts.items()], 200


def _last(count: int, points: list[dict]) -> list[dict]:
    return points[-count:]


def between(world: World, query: dict[str, list[str]]) -> list[dict]:
    """The reference periods between two dates; either spelling of the last one is understood."""
    numbers = [int(text.strip().strip('"')) for text in query["vectorIds"][0].split(",")]
    first = query["startRefPeriod"][0]
    last = (query.get("endReferencePeriod") or query["endRefPeriod"])[0]
    known = _by_vector(world)
    return [
        _item(world, known, number, lambda points: [point for point in points if first <= point["refPer"] <= last])
        for number in numbers
    ]


def _by_vector(world: World) -> dict[int, Series]:
    return {one.vector: one for pid in cubes.TITLES for one in cubes.series(world, pid)}


def _item(world: World, known: dict[int, Series], number: int, chosen: Callable[[list[dict]], list[dict]]) -> dict:
    """`world.vectors` says what goes wrong: by number, or 0 for all; FAILED or a response code."""
    verdict = world.vectors.get(number, world.vectors.get(0, SUCCESS))
    if number not in known or verdict == "FAILED":
        code = SUCCESS if number in known else BAD_VECTOR
        failed = {"responseStatusCode": code or BAD_VECTOR, "vectorId": number, "vectorDataPoint": []}
        return {"status": "FAILED", "object": failed}
    one = known[number]
    points = chosen(_points(world, one)) if verdict == SUCCESS else []
    return {
        "status": "SUCCESS",
        "object": {
            "responseStatusCode": verdict,
            "productId": int(one.pid),
            "coordinate": _full(one.coordinate),
            "vectorId": number,
            "vectorDataPoint": points,
        },
    }


def _full(coordinate: str) -> str:
    """Coordinates of the service always have ten places."""
    parts = coordinate.split(".")
    return ".".join(parts + ["0"] * (10 - len(parts)))


def _points(world: World, one: Series) -> list[dict]:
    return [_point(world, one, period) for period in sorted(one.cells)]


def _point(world: World, one: Series, period: str) -> dict:
    value, status = one.cells[period]
    day = f"{period}-01" if one.monthly else f"{period}-01-01"
    return {
        "refPer": day,
        "refPer2": "",
        "refPerRaw": day,
        "refPerRaw2": "",
        "value": value,
        "decimals": one.decimals,
        "scalarFactorCode": SCALAR_CODES.get((world.scalar or "millions").strip().lower(), 6),
        "symbolCode": SYMBOL_CODES.get(status, 0),
        "statusCode": STATUS_CODES.get(status, 0),
        "securityLevelCode": 0,
        "releaseTime": world.released,
        "frequencyCode": MONTHLY if one.monthly else ANNUAL,
    }
