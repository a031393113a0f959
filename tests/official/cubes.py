"""The five Statistics Canada tables that are served: their titles, dimensions and series."""

import csv
from collections.abc import Callable
from functools import cache
from itertools import product

from tests.official import trade
from tests.official.series import Cells, Series, as_published
from tests.official.world import World, share, wobble

TITLES = {
    "12100011": "International merchandise trade for all countries and by Principal Trading Partners, monthly",
    "36100008": "International investment position, Canadian direct investment abroad and foreign direct investment "
    "in Canada, by country, annual",
    "36100007": "International transactions in services, by selected countries, annual",
    "12100173": "International merchandise trade by province and country, and by Product Sections, customs-based, annual",
    "18100004": "Consumer Price Index, monthly, not seasonally adjusted",
}
UNIT = ("2002=100", "units ")
PRICES = trade.RAW / "18100004_cpi_2026-08.csv"
POSITIONS = trade.RAW / "36100008_positions_2024-09.csv"
POSITION_SERIES = "Canadian and foreign direct investment"
# Member of the table and the partners whose trade it sums.
TRADE_PARTNERS = {
    "All countries": trade.PARTNERS,
    "United States": ["US"],
    "Mexico": ["MX"],
    "European Union": trade.EUROPEAN_UNION,
    "Germany": ["DE"],
    "France": ["FR"],
    "Netherlands": ["NL"],
    "United Kingdom": ["GB"],
    "China": ["CN"],
    "Japan": ["JP"],
    "South Korea": ["KR"],
}
FOOD_PARTNERS = {"Mexico": "mexico", "United States": "us"}
FARM_AND_FOOD = "Farm, fishing and intermediate food products [C11]"
FLOWS = {"Import": trade.IMPORT, "Export": trade.EXPORT}
BASES = {"Customs": {"Import": 1.0, "Export": 1.0}, "Balance of payments": {"Import": 0.985, "Export": 1.012}}
# Receipts and payments of a year around 2023, C$ millions.
SERVICES = {
    "All countries": (205_000, 218_000),
    "United States": (112_000, 113_500),
    "European Union": (31_200, 39_800),
    "Mexico": (1_850, 4_930),
    "United Kingdom": (10_900, 12_700),
    "China": (6_700, 3_400),
    "Japan": (2_100, 3_300),
}
SERVICE_TYPES = {"Travel": 0.25, "Commercial services": 0.61, "Transportation and government services": 0.14}
ALL_SERVICES = "Total, all types of services"


def series(world: World, pid: str) -> list[Series]:
    """All series of a table, as this world publishes them."""
    return as_published(world, list(BUILDERS[pid](world)))


def trade_by_partner(world: World) -> list[Series]:
    """Goods trade by month: two flows, two bases, with and without seasonal adjustment."""
    out = []
    members = (enumerate(names, 1) for names in (FLOWS, BASES, world.adjustments, TRADE_PARTNERS))
    for number, ((a, flow), (b, basis), (c, adjustment), (d, partner)) in enumerate(product(*members)):
        cells: Cells = {}
        for month in world.months():
            dollars = sum(trade.goods(FLOWS[flow], iso2, month) for iso2 in TRADE_PARTNERS[partner])
            season = 1.0 if adjustment == world.adjustments[0] else wobble(0.05, "season", month[5:])
            cells[month] = (round(dollars * BASES[basis][flow] * season / 1e6, 1), "")
        names = {
            "Trade": flow,
            "Basis": basis,
            "Seasonal adjustment": adjustment,
            "Principal trading partners": partner,
        }
        out.append(Series("12100011", names, f"1.{a}.{b}.{c}.{d}", 87_008_800 + number, cells, 1))
    return out


@cache
def _positions() -> dict[tuple[str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    with POSITIONS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault((row["series"], row["country_or_region"]), []).append(row)
    return found


def positions(world: World) -> list[Series]:
    """Direct investment by country: published years as they are, others in proportion."""
    out = []
    for (label, country), rows in sorted(_positions().items(), key=lambda item: _place(item[1])):
        known = {int(row["year"]): float(row["value_cad_m"]) if row["value_cad_m"] else None for row in rows}
        cells: Cells = {}
        for year in range(world.first_position_year, world.last_position_year + 1):
            near = min(max(year, min(known)), max(known))
            cells[str(year)] = _position(known[near], year, near, country)
        names = {POSITION_SERIES: label, "Countries or regions": country}
        out.append(Series("36100008", names, rows[0]["coordinate"], int(rows[0]["vector"][1:]), cells))
    return out


def _place(rows: list[dict[str, str]]) -> list[int]:
    return [int(part) for part in rows[0]["coordinate"].split(".")]


def _position(value: float | None, year: int, near: int, country: str) -> tuple[float | None, str]:
    if value is None:
        return None, ".."
    if year != near and abs(value) < 500 and share("confidential", country, year) < 0.3:
        return None, "x"
    return round(value * 1.05 ** (year - near)), ""


def services(world: World) -> list[Series]:
    """Services by year: receipts, payments and their balance; the types add up to the total."""
    out = []
    directions = ["Receipts", "Payments", "Balances"]
    types = [ALL_SERVICES, *SERVICE_TYPES]
    members = product(enumerate(directions, 1), enumerate(types, 1), enumerate(SERVICES, 1))
    for number, ((a, direction), (b, kind), (c, country)) in enumerate(members):
        years = range(max(1990, world.first_position_year), world.last_position_year + 1)
        cells: Cells = {str(year): (_service(direction, kind, country, year), "") for year in years}
        names = {
            "Receipts, payments and balances": direction,
            "Types of services": kind,
            "Countries or regions": country,
        }
        out.append(Series("36100007", names, f"1.{a}.{b}.{c}", 61_913_000 + number, cells))
    return out


def _service(direction: str, kind: str, country: str, year: int) -> int:
    if direction == "Balances":
        return _service("Receipts", kind, country, year) - _service("Payments", kind, country, year)
    if kind == ALL_SERVICES:
        return sum(_service(direction, one, country, year) for one in SERVICE_TYPES)
    level = SERVICES[country][direction == "Payments"] * SERVICE_TYPES[kind]
    return round(level * 1.045 ** (year - 2023) * wobble(0.03, direction, kind, country, year))


@cache
def _prices() -> dict[str, float]:
    with PRICES.open(encoding="utf-8", newline="") as lines:
        return {row["date"][:7]: float(row["cpi_value"]) for row in csv.DictReader(lines)}


def prices(world: World) -> list[Series]:
    """Consumer prices by month: published months as they are, later ones as the last; another product beside it."""
    known = _prices()
    last = known[max(known)]
    cells: Cells = {month: (known.get(month, last), "") for month in world.months()}
    members = enumerate(["All-items", "Food"], 1)
    return [
        Series("18100004", {"Products and product groups": name}, f"2.{place}", 41_690_972 + place, cells, 1, UNIT)
        for place, name in members
    ]


@cache
def _farm_and_food() -> dict[tuple[str, str, str], float]:
    """Partner, flow and year to thousands of C$, as published."""
    found = {}
    for partner, tail in FOOD_PARTNERS.items():
        with (trade.RAW / f"12100173_farm_fishing_food_{tail}_2026-10.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for flow in FLOWS:
                    found[partner, flow, row["year"]] = round(float(row[f"{flow.lower()}s_cad_m"]) * 1000)
    return found


def sections(world: World) -> list[Series]:
    """Goods by section, partner and year: published figures of one section as they are, another one beside it."""
    known = _farm_and_food()
    years = sorted({year for _, _, year in known})
    out = []
    members = (enumerate(names, 1) for names in (FLOWS, FOOD_PARTNERS, ["Total of all merchandise", FARM_AND_FOOD]))
    for number, ((a, flow), (b, partner), (c, section)) in enumerate(product(*members)):
        share_of = 1.0 if section == FARM_AND_FOOD else 12.0
        cells: Cells = {year: (known[partner, flow, year] * share_of, "") for year in years}
        names = {
            "Trade": flow,
            "North American Product Classification System (NAPCS)": section,
            "Trading partner": partner,
        }
        unit = ("Dollars", "thousands")
        out.append(Series("12100173", names, f"1.{a}.{c}.{b}", 1_001_809_000 + number, cells, 0, unit))
    return out


BUILDERS: dict[str, Callable[[World], list[Series]]] = {
    "12100011": trade_by_partner,
    "36100008": positions,
    "36100007": services,
    "12100173": sections,
    "18100004": prices,
}
