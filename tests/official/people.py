"""How many people, by stream, country of citizenship and month: published months as they are, others in proportion."""

import csv
from functools import cache
from pathlib import Path

from tests.official.world import earlier, split, wobble

RAW = Path(__file__).resolve().parents[2] / "data" / "raw"
EVERYONE = "Total unique persons"
REST_OF_WORLD = "Other Countries"
# Withheld counts are between one and five.
WITHHELD = 3
# Work permits and visas of others than Mexicans, as a share of study permits.
VISAS = "Visas"
WORK = {"TFWP": 0.3, "IMP": 1.4, VISAS: 3.5}
PROVINCES = {
    "Quebec": ("Québec", 45),
    "Ontario": ("Ontario", 40),
    "British Columbia": ("Colombie-Britannique", 8),
    "Alberta": ("Alberta", 5),
    "Manitoba": ("Manitoba", 2),
}
LONG_NAMES = {
    "China": "China, People's Republic of",
    "DR Congo": "Congo, Democratic Republic of the",
    "Cameroon": "Cameroon, Federal Republic of",
}
SEASON = [7, 7, 8, 8, 9, 9, 9, 10, 9, 9, 8, 7]


def _rows(path: str) -> list[dict[str, str]]:
    with (RAW / path).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def _students() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in _rows("ircc/study_effective_monthly_2025-07.csv"):
        count = WITHHELD if row["suppressed"] == "True" else int(row["holders"])
        found.setdefault(row["country"], {})[f"{row['year']}-{int(row['month']):02d}"] = count
    return found


@cache
def _mexicans() -> dict[tuple[str, str], int]:
    permits = [(row["stream"], row, row["persons"]) for row in _rows("ircc/mexico_permits_monthly_2024-06.csv")]
    visas = [(VISAS, row, row["visitor_visas_approved"]) for row in _rows("ircc/mexico_visas_monthly_2026-05.csv")]
    found = [(stream, f"{row['year']}-{int(row['month']):02d}", count) for stream, row, count in permits + visas]
    return {(stream, month): int(count or WITHHELD) for stream, month, count in found}


@cache
def french_names() -> dict[str, str]:
    """The French name of each country IRCC names."""
    names = {row["country"]: row["name_fr"] for row in _rows("reference/countries.csv")}
    aliases = [row for row in _rows("reference/country_aliases.csv") if row["publisher"] == "ircc"]
    return {row["name"]: names.get(row["country"], row["name"]) for row in aliases}


def countries() -> list[str]:
    """Everyone a permit table names, without its total."""
    return [country for country in _students() if country != EVERYONE]


@cache
def permits(stream: str, country: str, month: str) -> int:
    """Persons with a permit of this stream that month; one to four are withheld."""
    if country == "Mexico" and stream in WORK:
        near = month
        while (stream, near) not in _mexicans():
            near = earlier(near, 12) if near > "2024-06" else f"{int(near[:4]) + 1}{near[4:]}"
        return _mexicans()[stream, near]
    known = _students()[country]
    near = month
    while near not in known:
        near = earlier(near, 12) if near > "2025-07" else f"{int(near[:4]) + 1}{near[4:]}"
    count = known[near]
    if stream in WORK:
        count = round(count * WORK[stream] * wobble(0.3, stream, country, month))
    return count if count < 5 else rounded(count)


def rounded(count: float) -> int:
    """Counts are published to the nearest five."""
    return 5 * round(count / 5)


@cache
def _claims() -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for row in _rows("ircc/asylum_by_country_2026-08.csv"):
        name = LONG_NAMES.get(row["country"], row["country"])
        found.setdefault(row["year"], []).append((name, int(row["claimants"])))
    return found


def claimants(year: str) -> dict[str, list[list[int]]]:
    """Country to month to province: asylum claimants of a year, the rest of the world last."""
    near = min(max(year, min(_claims())), max(_claims()))
    ranked = [name for name, _ in _claims()[max(_claims())]]
    counts = dict(_claims()[near])
    named = {name: counts.get(name, 200) for name in ranked}
    named[REST_OF_WORLD] = sum(counts.values()) // 3
    weights = [weight for _, weight in PROVINCES.values()]
    return {name: [split(part, weights) for part in split(count, SEASON)] for name, count in named.items()}
