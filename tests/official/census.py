"""U.S. Census, international trade: imports by harmonized code, as arrays of texts under a header."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from tests.official import trade
from tests.official.answer import Answer, Request, as_json, page
from tests.official.goods_names import CHAPTERS, PRODUCTS
from tests.official.world import World, earlier, split, wobble

SERVICE = "/census/data/timeseries/intltrade/imports/hs"
MISSING_KEY = "/census/data/missing_key.html"
# Name and imports of a month around 2024 in U.S. dollars; groups sum their members.
COUNTRIES = {
    "1220": ("CANADA", 34_300_000_000),
    "2010": ("MEXICO", 42_100_000_000),
    "4120": ("UNITED KINGDOM", 5_650_000_000),
    "4280": ("GERMANY", 13_300_000_000),
    "5700": ("CHINA", 36_500_000_000),
    "5880": ("JAPAN", 12_300_000_000),
}
GROUPS = {
    "-": ("TOTAL FOR ALL COUNTRIES", list(COUNTRIES)),
    "0003": ("EUROPEAN UNION", ["4280"]),
    "0020": ("USMCA (NAFTA)", ["1220", "2010"]),
}
DIGITS = {"HS2": 2, "HS4": 4, "HS6": 6, "HS10": 10}
# Share of imports that pays duty, and the rate then paid.
DUTIABLE, RATE = 0.15, 0.04
FIGURES = ["CON_VAL", "GEN_VAL", "CAL_DUT", "DUT_VAL"]
TEXTS = ["CTY_CODE", "CTY_NAME", "I_COMMODITY", "I_COMMODITY_SDESC", "I_COMMODITY_LDESC", "COMM_LVL", "SUMMARY_LVL"]
VARIABLES = {*TEXTS, "YEAR", "MONTH", *(f"{figure}_{span}" for figure in FIGURES for span in ("MO", "YR"))}


def imports(world: World, request: Request, url: str) -> Answer | None:
    """`imports/hs?get=…&time=…&COMM_LVL=…&CTY_CODE=…&key=…`; nothing published is 204."""
    if request.place == MISSING_KEY:
        return page("Missing Key")
    if request.place != SERVICE:
        return None
    query = request.query
    if world.census_key and query.get("key") != [world.census_key]:
        return Answer(status=302, headers={"Location": url + MISSING_KEY})
    wanted = [name for text in query.get("get", []) for name in text.split(",")]
    predicates = {name: values for name, values in query.items() if name not in ("get", "key", "time")}
    unknown = [name for name in [*wanted, *predicates] if name not in VARIABLES]
    if unknown or not wanted:
        return Answer(f"error: unknown variable '{(unknown or [''])[0]}'".encode(), 400, "text/plain")
    allowed = {name: {one for text in values for one in text.split(",")} for name, values in predicates.items()}
    header = [*wanted, *(name for name in query if name not in ("get", "key"))]
    rows = [[row[name] for name in header] for row in _rows(world, query.get("time", [""])[0], allowed)]
    if not rows:
        return Answer(status=204)
    return as_json([[world.renamed_column.get(name, name) for name in header], *world.kept(rows)])


def _months(world: World, time: str) -> list[str]:
    """`2024-12`, `2024` or `from 2024-01 to 2024-12`."""
    first, last = (time.removeprefix("from ").split(" to ") * 2)[:2]
    return [month for month in world.months() if first <= month and month[: len(last)] <= last]


def _rows(world: World, time: str, allowed: dict[str, set[str]]) -> Iterator[dict[str, str]]:
    for month in _months(world, time):
        for code in [*GROUPS, *COUNTRIES]:
            if _fits(allowed.get("CTY_CODE"), code):
                yield from _of_country(world, month, code, allowed)


def _fits(patterns: set[str] | None, code: str) -> bool:
    return patterns is None or any(fnmatchcase(code, pattern) for pattern in patterns)


def _of_country(world: World, month: str, code: str, allowed: dict[str, set[str]]) -> Iterator[dict[str, str]]:
    name, members = GROUPS.get(code) or (COUNTRIES[code][0], [code])
    if code == "4120" and world.unknown_country:
        name = world.unknown_country
    year_to_date = [earlier(month, back) for back in range(int(month[5:]))]
    for level in [level for level in DIGITS if _fits(allowed.get("COMM_LVL"), level)]:
        for commodity, label in _commodities(level).items():
            if not _fits(allowed.get("I_COMMODITY"), commodity):
                continue
            row = {"CTY_CODE": code, "CTY_NAME": name, "I_COMMODITY": commodity, "COMM_LVL": level, "time": month}
            row |= {"I_COMMODITY_SDESC": label, "I_COMMODITY_LDESC": label, "YEAR": month[:4], "MONTH": month[5:]}
            row["SUMMARY_LVL"] = "CGP" if code in GROUPS else "DET"
            row |= _figures("MO", sum(_value(world, one, commodity, month) for one in members))
            row |= _figures("YR", sum(_value(world, one, commodity, m) for one in members for m in year_to_date))
            yield row


def _commodities(level: str) -> dict[str, str]:
    if level == "HS2":
        return {code: english.upper()[:50] for code, (english, _) in CHAPTERS.items()}
    return {product.code[: DIGITS[level]]: product.english.upper()[:50] for product in PRODUCTS}


def _value(world: World, country: str, commodity: str, month: str) -> int:
    """U.S. dollars of one month; codes add up to their chapter and chapters to the country."""
    growth = trade.GROWTH ** (int(month[:4]) - 2024)
    total = COUNTRIES[country][1] * growth * wobble(0.08, country, month) * world.factor(month, world.last_month)
    weights = [product.imported * wobble(0.5, country, product.code) for product in PRODUCTS]
    parts = zip(PRODUCTS, split(round(total), weights), strict=True)
    return sum(part for product, part in parts if product.code.startswith(commodity))


def _figures(span: str, value: int) -> dict[str, str]:
    dutiable = round(value * DUTIABLE)
    amounts = [round(value * 0.997), value, round(dutiable * RATE), dutiable]
    return {f"{figure}_{span}": str(amount) for figure, amount in zip(FIGURES, amounts, strict=True)}
