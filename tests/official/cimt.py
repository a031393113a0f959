"""Statistics Canada, merchandise trade in bulk: one zip per flow and year with all its members."""

import re

from tests.official import cimt_rows, goods_names
from tests.official.answer import Answer, Request, page, zipped
from tests.official.cimt_rows import Row
from tests.official.world import World

FILE = re.compile(r"CIMT-CICM_(Imp|Dom_Exp|Tot_Exp)_(\d{4})\.zip$")
# Number of the member and digits of its code, from fine to coarse.
MEMBERS = {
    "Imp": {"014": 10, "015": 6, "022": 2},
    "Dom_Exp": {"016": 8, "018": 6, "020": 2},
    "Tot_Exp": {"017": 8, "019": 6, "021": 2},
}
# A year is closed when it can no longer be revised.
OPEN_YEARS = 2


def archive(world: World, request: Request, url: str) -> Answer | None:
    """`CIMT-CICM_{Imp|Dom_Exp|Tot_Exp}_{YYYY}.zip`."""
    found = FILE.search(request.place)
    if not found:
        return None
    flow, year = found[1], found[2]
    months = [month for month in world.months() if month.startswith(year)]
    if not months:
        return page("Page not found", 404)
    folder = f"CIMT-CICM_{flow}_{year}/" if world.member_folder else ""
    letter = "N" if int(world.last_month[:4]) - int(year) < OPEN_YEARS else "C"
    members = goods_names.descriptions()
    finest = {month: world.kept(cimt_rows.finest(world, flow, month)) for month in months}
    for number, digits in MEMBERS[flow].items():
        fine = digits == max(MEMBERS[flow].values())
        levels = finest if fine else {month: cimt_rows.rolled_up(rows, digits) for month, rows in finest.items()}
        groups = [[month] for month in months] if world.monthly_members else [months]
        for group in groups:
            name = f"ODPFN{number}_{group[-1].replace('-', '')}{letter}.csv"
            rows = [row for month in group for row in levels[month]]
            members[name] = _csv(world, flow, digits, rows)
    return zipped({folder + name: content for name, content in members.items()})


def _csv(world: World, flow: str, digits: int, rows: list[Row]) -> bytes:
    coarse, whole = digits == 2, flow == "Tot_Exp"
    header = ["YearMonth/AnnéeMois", f"HS{digits}", "Country/Pays", "Province", "State/État", "Value/Valeur"]
    header += ["Quantity/Quantité", "Unit of Measure/Unité de Mesure"]  # codespell:ignore
    kept = [name for place, name in enumerate(header) if not (whole and place == 3) and not (coarse and place > 5)]
    names = [world.renamed_column.get(name, name) for name in kept]
    lines = (_line(world, row, coarse, whole) for row in rows)
    return "".join(f"{line}\r\n" for line in [",".join(names), *lines]).encode()


def _line(world: World, row: Row, coarse: bool, whole: bool) -> str:
    value = round(row.value * world.hs2_factor) if coarse else row.value
    place = "" if whole else f'"{row.province}",'
    rest = "" if coarse else f',{row.quantity},"{world.unit or row.unit}"'
    return f'"{row.month}","{row.code}","{row.country}",{place}"{row.state}",{value}{rest}'
