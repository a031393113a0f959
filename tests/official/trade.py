"""Canada's goods trade in whole Canadian dollars: published months as they are, all others in proportion."""

import csv
from functools import cache
from pathlib import Path

RAW = Path(__file__).resolve().parents[2] / "data" / "raw" / "statcan"
PUBLISHED = RAW / "cimt_by_partner_monthly_2026-06.csv"
# What came back to Canada counts as an import from CA.
PARTNERS = ["US", "MX", "CN", "DE", "FR", "NL", "JP", "GB", "KR", "NA", "CA"]
EUROPEAN_UNION = ["DE", "FR", "NL"]
NAMIBIA = {"import": 4_812_377, "export": 1_420_655}
FIRST, LAST = "2024-01", "2026-04"
GROWTH = 1.03
IMPORT, EXPORT = "import", "export"


@cache
def published() -> dict[tuple[str, str, str], int]:
    """Flow, partner and month to C$, as published; Namibia added."""
    found = {}
    with PUBLISHED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["partner_iso2"] in PARTNERS:
                found[IMPORT, row["partner_iso2"], row["month"]] = int(row["imports_cad"])
                found[EXPORT, row["partner_iso2"], row["month"]] = int(row["total_exports_cad"])
    for flow, level in NAMIBIA.items():
        for month in {month for _, _, month in found}:
            found[flow, "NA", month] = level + int(month[5:]) * 1009
    return found


@cache
def goods(flow: str, partner: str, month: str) -> int:
    """C$ of one month; outside the published months the same calendar month, grown or shrunk."""
    year, calendar = int(month[:4]), month[4:]
    if month > LAST:
        near = f"{LAST[:4]}{calendar}" if f"{LAST[:4]}{calendar}" <= LAST else f"{int(LAST[:4]) - 1}{calendar}"
    else:
        near = max(month, FIRST[:4] + calendar)
    return round(published()[flow, partner, near] * GROWTH ** (year - int(near[:4])))


def world_total(flow: str, month: str) -> int:
    """C$ with all modelled partners together."""
    return sum(goods(flow, partner, month) for partner in PARTNERS)
