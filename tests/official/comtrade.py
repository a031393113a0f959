"""UN Comtrade: one row per reporter, partner, flow, code and year, and eight more that only break it down."""

from collections.abc import Iterator
from itertools import product

from tests.official.answer import Answer, Request, as_json
from tests.official.goods_names import CHAPTERS, PRODUCTS
from tests.official.world import World, split, wobble

PREVIEW = "/comtrade/public/v1/preview/C/A/HS"
WITH_KEY = "/comtrade/data/v1/get/C/A/HS"
MOST_PREVIEWED = 500
WORLD = 0
# M49 code, ISO, name.
COUNTRIES = {
    WORLD: ("W00", "World"),
    124: ("CAN", "Canada"),
    156: ("CHN", "China"),
    276: ("DEU", "Germany"),
    392: ("JPN", "Japan"),
    484: ("MEX", "Mexico"),
    842: ("USA", "USA"),
}
# A year around 2023, millions of U.S. dollars, imports and exports by reporter and partner.
LEVELS = {
    (484, 124): (11_800, 18_300),
    (484, 842): (255_000, 473_000),
    (484, 156): (114_000, 10_000),
    (484, 276): (20_600, 7_900),
    (484, 392): (20_100, 4_500),
    (124, 484): (34_600, 6_700),
    (124, 842): (283_000, 439_000),
    (124, 156): (66_000, 22_700),
    (842, 124): (430_000, 354_000),
    (842, 484): (480_000, 323_000),
}
# Second partner, customs procedure, mode of transport: the total first, then what only breaks it down.
TOTAL = (0, "C00", 0)
BREAKDOWNS = [TOTAL, (842, "C00", 0), (156, "C00", 0), (0, "C01", 0), (0, "C04", 0)]
BREAKDOWNS += [(0, "C00", 1000), (0, "C00", 2100), (0, "C00", 3200), (0, "C00", 9000)]
DETAIL = {"partner2Code": 0, "customsCode": 1, "motCode": 2}
NEEDED = ["reporterCode", "period", "cmdCode", "flowCode"]
KNOWN = [*NEEDED, *DETAIL, "partnerCode", "maxRecords", "format", "includeDesc", "breakdownMode", "aggregateBy"]
KNOWN += ["countOnly", "subscription-key"]


def rows(world: World, request: Request, url: str) -> Answer | None:
    """The preview without a key, or the same with one; parameters that make no sense find nothing."""
    if request.place not in (PREVIEW, WITH_KEY):
        return None
    query = {name: [one for text in values for one in text.split(",")] for name, values in request.query.items()}
    if request.place == WITH_KEY:
        headers = {name.lower(): value for name, value in request.headers.items()}
        key = headers.get("ocp-apim-subscription-key") or query.get("subscription-key", [""])[0]
        if not key or (world.comtrade_key and key != world.comtrade_key):
            message = "Access denied due to invalid subscription key." if key else "Access denied due to missing key."
            return as_json({"statusCode": 401, "message": message}, 401)
    sound = set(query) <= set(KNOWN) and all(query.get(name, [""])[0] for name in NEEDED)
    found = world.kept(_rows(world, query)) if sound else []
    if request.place == PREVIEW:
        found = found[:MOST_PREVIEWED]
    return as_json({"elapsedTime": "0.09 secs", "count": len(found), "data": found, "error": ""})


def _rows(world: World, query: dict[str, list[str]]) -> Iterator[dict]:
    years = world.years(world.first_year, int(world.last_month[:4]) - 1)
    partners = query.get("partnerCode", [str(code) for code in COUNTRIES])
    for reporter, partner, flow, year in product(query["reporterCode"], partners, query["flowCode"], years):
        if year not in query["period"] or flow not in ("M", "X") or not (reporter + partner).isdigit():
            continue
        level = _level(int(reporter), int(partner), flow)
        if level:
            yield from _of_pair(world, query, (int(reporter), int(partner), flow, year), level)


def _level(reporter: int, partner: int, flow: str) -> float:
    pairs = [key for key in LEVELS if key[0] == reporter and partner in (WORLD, key[1])]
    return sum(LEVELS[pair][flow == "X"] for pair in pairs) * 1e6


def _of_pair(
    world: World, query: dict[str, list[str]], pair: tuple[int, int, str, str], level: float
) -> Iterator[dict]:
    year = pair[3]
    latest = str(int(world.last_month[:4]) - 1)
    total = round(level * 1.03 ** (int(year) - 2023) * wobble(0.05, *pair) * world.factor(year, latest))
    weights = [one.imported + one.exported for one in PRODUCTS]
    parts = list(zip([one.code for one in PRODUCTS], split(total, weights), strict=True))
    for code in _codes(query["cmdCode"]):
        value = sum(part for whole, part in parts if code == "TOTAL" or whole.startswith(code))
        for kind, part in zip(BREAKDOWNS, _broken_down(value), strict=True):
            if all(str(kind[place]) in query.get(name, [str(kind[place])]) for name, place in DETAIL.items()):
                yield _row(world, pair, code, kind, part)


def _codes(wanted: list[str]) -> list[str]:
    out = []
    for code in wanted:
        if code in ("AG2", "AG4", "AG6"):
            out += sorted({product.code[: int(code[2])] for product in PRODUCTS})
        elif code == "TOTAL" or code in CHAPTERS or any(one.code[: len(code)] == code != "" for one in PRODUCTS):
            out.append(code)
    return out


def _broken_down(value: int) -> list[int]:
    return [value, *split(value, [7, 3]), *split(value, [8, 2]), *split(value, [1, 3, 5, 1])]


def _row(world: World, pair: tuple[int, int, str, str], code: str, kind: tuple[int, str, int], value: int) -> dict:
    reporter, partner, flow, year = pair
    second, customs, mode = kind
    partner_iso = COUNTRIES[partner][0]
    if partner == 392 and world.unknown_country:
        partner_iso = world.unknown_country
    row = {"typeCode": "C", "freqCode": "A", "refPeriodId": int(f"{year}0101"), "refYear": int(year), "refMonth": 52}
    row |= {"period": year, "reporterCode": reporter, "reporterISO": COUNTRIES[reporter][0], "reporterDesc": None}
    row |= {"flowCode": flow, "flowDesc": None, "partnerCode": partner, "partnerISO": partner_iso, "partnerDesc": None}
    row |= {"partner2Code": second, "partner2ISO": COUNTRIES[second][0], "partner2Desc": None}
    row |= {"classificationCode": "H6", "classificationSearchCode": "HS", "isOriginalClassification": True}
    row |= {
        "cmdCode": code,
        "cmdDesc": None,
        "aggrLevel": 0 if code == "TOTAL" else len(code),
        "isLeaf": len(code) == 6,
    }
    row |= {"customsCode": customs, "customsDesc": None, "mosCode": "0", "motCode": mode, "motDesc": None}
    row |= {"qtyUnitCode": -1, "qtyUnitAbbr": None, "qty": 0, "isQtyEstimated": False}
    row |= {"altQtyUnitCode": -1, "altQtyUnitAbbr": None, "altQty": 0, "isAltQtyEstimated": False}
    row |= {"netWgt": 0, "isNetWgtEstimated": False, "grossWgt": 0, "isGrossWgtEstimated": False}
    row |= {"cifvalue": value if flow == "M" else None, "fobvalue": value if flow == "X" else None}
    row |= {
        "primaryValue": value,
        "legacyEstimationFlag": 0,
        "isReported": len(code) == 6,
        "isAggregate": len(code) != 6,
    }
    return {world.renamed_column.get(name, name): content for name, content in row.items()}
