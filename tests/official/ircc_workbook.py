"""The study permit workbook: bands of years, quarters and months over countries, every cell a text."""

from calendar import monthrange
from collections.abc import Iterator
from xml.sax.saxutils import escape

from tests.official import people
from tests.official.answer import zip_bytes
from tests.official.world import World

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
FULL_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
FULL_MONTHS += ["November", "December"]
TITLE = "Canada - Study permit holders by country of citizenship and month in which permit(s) became effective"
NOTE = (
    "Notes: Data are preliminary and subject to change. Please note that all values between 0 and 5 are shown as “--”."
)
YEAR_ROW, QUARTER_ROW, MONTH_ROW, FIRST_DATA_ROW = 3, 4, 5, 6
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
APOSTROPHE = {"'": "&apos;"}
Cells = dict[int, dict[int, str]]


def study_permits(world: World) -> bytes:
    """The whole workbook; it has no shared strings and no numbers."""
    cells, merged = _cells(world)
    sheet = f'{START}<worksheet xmlns="{SPREADSHEET}"><sheetData>{"".join(_rows(cells))}</sheetData>'
    sheet += f'<mergeCells count="{len(merged)}">'
    sheet += "".join(f'<mergeCell ref="{span}"/>' for span in merged) + "</mergeCells></worksheet>"
    return zip_bytes({name: text.encode() for name, text in {**PARTS, "xl/worksheets/sheet1.xml": sheet}.items()})


PARTS = {
    "[Content_Types].xml": f'{START}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'{START}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'{START}<workbook xmlns="{SPREADSHEET}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="TR - IS CITZ" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'{START}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def visas(world: World) -> bytes:
    """Visitor visas: six rows, then years above their January, full names of months, a total of each year."""
    months = world.months(last=world.last_permit_month)
    years = sorted({month[:4] for month in months})
    columns = [f"{year}-{number:02d}" for year in years for number in range(1, 13)]
    heading: Cells = {1: {1: "Temporary resident visas (V-1) approved"}, 7: {}, 8: {1: "Country of Citizenship"}}
    places = {}
    for place, month in enumerate(columns, 2):
        places[month] = place + columns.index(month) // 12
        heading[8][places[month]] = FULL_MONTHS[int(month[5:]) - 1]
        if month.endswith("-01"):
            heading[7][places[month]] = month[:4]
        if month.endswith("-12"):
            heading[8][places[month] + 1] = "Total"
    names = [world.unknown_country or name if name == "Zimbabwe" else name for name in people.countries()]
    names = [name for name in names if name not in (people.REST_OF_WORLD, world.left_ranking)]
    for row, name in enumerate(world.kept([*names, "Total"]), 9):
        source = "Zimbabwe" if name == world.unknown_country else people.EVERYONE if name == "Total" else name
        heading[row] = {1: name, **{places[month]: _visas(world, source, month) for month in months}}
    sheet = f'{START}<worksheet xmlns="{SPREADSHEET}"><sheetData>{"".join(_rows(heading))}</sheetData></worksheet>'
    return zip_bytes({name: text.encode() for name, text in {**PARTS, "xl/worksheets/sheet1.xml": sheet}.items()})


def _visas(world: World, country: str, month: str) -> str:
    count = people.permits(people.VISAS, country, month) * world.factor(month, world.last_permit_month)
    return "--" if 0 < count < 5 else f"{people.rounded(count):,}"


def _bands(months: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Columns from left to right: a label and the months it sums."""
    for year in sorted({month[:4] for month in months}):
        of_year = [month for month in months if month[:4] == year]
        for quarter in range(1, 5):
            of_quarter = [month for month in of_year if (int(month[5:]) + 2) // 3 == quarter]
            yield from ((MONTHS[int(month[5:]) - 1], [month]) for month in of_quarter)
            if of_quarter:
                yield f"Q{quarter} Total", of_quarter
        yield f"{year} Total", of_year


def _cells(world: World) -> tuple[Cells, list[str]]:
    months = world.months(last=world.last_permit_month)
    bands = list(enumerate(_bands(months), 2))
    first, last = months[0], months[-1]
    span = f"{FULL_MONTHS[int(first[5:]) - 1]} {first[:4]} - {FULL_MONTHS[int(last[5:]) - 1]} {last[:4]}"
    cells: Cells = {1: {1: f"{TITLE}, {span}"}, YEAR_ROW: {1: "Country of Citizenship"}, QUARTER_ROW: {}, MONTH_ROW: {}}
    merged = [f"A{YEAR_ROW}:A{MONTH_ROW}"]
    begun: dict[str, int] = {}
    for column, (label, held) in bands:
        year, quarter = held[0][:4], f"Q{(int(held[0][5:]) + 2) // 3}"
        if label.startswith(year):
            cells[QUARTER_ROW][column] = label
            merged.append(f"{letters(column)}{QUARTER_ROW}:{letters(column)}{MONTH_ROW}")
            merged.append(f"{letters(begun[year])}{YEAR_ROW}:{letters(column)}{YEAR_ROW}")
            continue
        cells[MONTH_ROW][column] = label
        if begun.setdefault(year, column) == column:
            cells[YEAR_ROW][column] = year
        if begun.setdefault(year + quarter, column) == column:
            cells[QUARTER_ROW][column] = quarter
        if label.endswith("Total"):
            merged.append(f"{letters(begun[year + quarter])}{QUARTER_ROW}:{letters(column)}{QUARTER_ROW}")
    _fill(world, cells, bands)
    return cells, merged


def _fill(world: World, cells: Cells, bands: list[tuple[int, tuple[str, list[str]]]]) -> None:
    names = [name for name in people.countries() if name != people.REST_OF_WORLD]
    names = [world.unknown_country or name if name == "Zimbabwe" else name for name in names]
    for row, name in enumerate(world.kept([*names, people.EVERYONE]), FIRST_DATA_ROW):
        source = "Zimbabwe" if name == world.unknown_country else name
        cells[row] = {1: name}
        for column, (_, held) in bands:
            cells[row][column] = _count(world, source, held)
    last = world.last_permit_month
    day = monthrange(int(last[:4]), int(last[5:]))[1]
    end = max(cells) + 2
    cells[end] = {1: NOTE}
    cells[end + 1] = {1: f"Source: IRCC, {FULL_MONTHS[int(last[5:]) - 1]} {day}, {last[:4]}"}


def _count(world: World, country: str, held: list[str]) -> str:
    latest = world.last_permit_month
    counts = [people.permits("Study", country, month) * world.factor(month, latest) for month in held]
    total = sum(counts) * (0.98 if country == people.EVERYONE and len(held) > 1 else 1)
    return "--" if 0 < total < 5 else f"{people.rounded(total):,}"


def letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _rows(cells: Cells) -> Iterator[str]:
    for row in sorted(cells):
        texts = (
            f'<c r="{letters(column)}{row}" t="inlineStr"><is><t>{escape(text, APOSTROPHE)}</t></is></c>'
            for column, text in sorted(cells[row].items())
        )
        yield f'<row r="{row}">{"".join(texts)}</row>'
