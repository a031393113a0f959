"""IRCC's workbook of visitor visas approved: countries by month, the year written once above its January."""

import re
from calendar import month_name
from datetime import date
from urllib.parse import unquote

import pandas as pd

from data import country_names, recipe
from data.refresh import archives
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web
from data.sources import ircc, ircc_sheet

MONTHS = list(month_name)[1:]
TOTAL, SERIES = re.compile(r"(?:\d{4} )?Total"), "visas"


class Settings(SourceSettings):
    """Which file is asked for."""

    file: str


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per country and month; persons. A suppressed count is missing, an empty cell is no figure, never nil.

    Yearly totals are not read.
    """
    answer = web.get(f"{ircc.FOLDER}/{settings.file}", archives.whole(settings))
    file = unquote(settings.file)
    grid = ircc_sheet.grid(answer.path, file)
    heading = _heading(grid, file)
    columns = _columns(grid[heading - 1], grid[heading], file)
    # Months that are still to come have their column already, and nothing in it.
    given = {place: month for place, month in columns.items() if any(row[place] for row in grid[heading + 1 :])}
    rows = [
        (name, month, cells[place])
        for name, cells in ircc_sheet.counts(grid[heading + 1 :], file, list(given))
        for place, month in given.items()
        if cells[place]
    ]
    frame = pd.DataFrame(rows, columns=["name", "period", "count"])
    figures = pd.DataFrame(
        {
            "series": SERIES,
            "item": "",
            "country": country_names.country_or_name(frame["name"], "ircc"),
            "period": frame["period"],
            "value": recipe.number(frame["count"].replace(ircc.WITHHELD, "").str.replace(",", "")),
            "suppressed": frame["count"] == ircc.WITHHELD,
        }
    )
    return [answer], ircc.one_a_country(figures).assign(published_on=answer.published_on().date())


def _heading(grid: list[list[str]], file: str) -> int:
    """The row that names the months."""
    found = [place for place, row in enumerate(grid) if place and MONTHS[0] in row]
    if not found:
        raise SourceProblem(f"{file} has no row that names the months; its layout has changed.")
    return found[0]


def _columns(years: list[str], months: list[str], file: str) -> dict[int, date]:
    """The month of each column, from left to right, without the totals of years."""
    found: dict[int, date] = {}
    year = ""
    for place, (above, below) in enumerate(zip(years, months, strict=True)):
        year = above if above.isdigit() else year
        if below in MONTHS and year:
            found[place] = date(int(year), MONTHS.index(below) + 1, 1)
        elif place and not TOTAL.fullmatch(below or above) and above + below:
            raise SourceProblem(f"{file} has a column that cannot be read: {' '.join([above, below]).strip()}.")
    order = list(found.values())
    if not order or order != [period.date() for period in pd.date_range(order[0], periods=len(order), freq="MS")]:
        raise SourceProblem(f"{file} does not have one month after the other from its first January on.")
    return found
