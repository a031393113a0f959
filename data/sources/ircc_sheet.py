"""The first sheet of one of IRCC's workbooks as texts: countries down the rows, periods across the columns."""

import functools
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import python_calamine

from data.refresh import archives
from data.refresh.problems import SourceProblem
from data.sources import ircc

# The reader keeps room for all cells as far as the last one, so that one far out could use up all memory.
MOST_ROWS, MOST_COLUMNS = 10_000, 2_000
SHEETS, PLACE = "xl/worksheets/", re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
COUNT = re.compile(ircc.A_COUNT)


def grid(path: Path, file: str) -> list[list[str]]:
    """The first sheet as texts; IRCC writes numbers as texts, too. Raises SourceProblem where it cannot be read."""
    _bearable(path, file)
    try:
        sheet = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, IndexError) as error:
        raise SourceProblem(f"{file} is not a workbook that can be read: {str(error).splitlines()[0]}.") from error
    return [[f"{cell:.0f}" if isinstance(cell, float) else str(cell).strip() for cell in row] for row in rows]


def _bearable(path: Path, file: str) -> None:
    """Raise where a cell lies further out than any that IRCC writes."""
    with zipfile.ZipFile(path) as archive:
        sheets = [name for name in archive.namelist() if name.startswith(SHEETS) and name.endswith(".xml")]
    for sheet in sheets:
        for found in PLACE.finditer(archives.member(path, sheet)):
            letters, row = found.groups()
            column = functools.reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)
            if int(row) > MOST_ROWS or column > MOST_COLUMNS:
                raise SourceProblem(f"{file} has a cell at {letters.decode()}{row.decode()}, too far out to be read.")


def counts(grid: Sequence[list[str]], file: str, columns: Sequence[int] = ()) -> list[tuple[str, list[str]]]:
    """Every country's row as far as the empty one, each name once, each cell a count; of all columns but the first.

    Only the cells of `columns` must be counts where they are given, and may be left empty there.
    """
    rows = []
    for row in grid:
        if not row[0]:
            break
        rows.append((row[0], row))
    while rows and not any(rows[-1][1][1:]):
        # Notes may stand right below the last country.
        rows.pop()
    names = [name for name, _ in rows]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise SourceProblem(f"{file} has a row twice: {', '.join(doubled)}.")
    for name, row in rows:
        cells = [row[place] for place in columns or range(1, len(row))]
        if strange := [cell for cell in cells if not COUNT.fullmatch(cell) and (cell or not columns)]:
            raise SourceProblem(f"{file} has a count that cannot be read: {strange[0] or 'an empty cell'} ({name}).")
    return rows
