"""IRCC's workbook of study permits: the totals of unique persons by year, which no other file has."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from data import country_names, recipe
from data.refresh import archives
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web
from data.sources import ircc, ircc_sheet

# Places from 0: years, quarters and yearly totals, months and quarterly totals; then one country a row.
YEARS, TOTALS, MONTHS, FIRST_COUNTRY = 2, 3, 4, 5
HEADING, EVERYONE = "Country of Citizenship", "Total unique persons"
YEAR_TOTAL, QUARTER_TOTAL = re.compile(r"(\d{4}) Total"), re.compile(r"Q[1-4] Total")
FOOTER = re.compile(r"Source: IRCC,? (\w+ \d{1,2}),? (\d{4})")
FLOW, EVERYONES_MONTH, MONTHS_COVERED = "flow", "month", "months_covered"


class Column(NamedTuple):
    """A column of one month (1 to 12), or of the total of a year (0)."""

    place: int
    year: int
    month: int


class Settings(SourceSettings):
    """Which file is asked for."""

    file: str


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """Unique persons by country and year, all of them by month, and how many months of each year are covered.

    The last year may be a running one: its total is that of the months so far. Months are never added up.
    """
    file = settings.file
    answer = web.get(f"{ircc.FOLDER}/{file}", archives.whole(settings))
    grid = _grid(answer.path, file)
    columns, counts = _columns(grid, file), _counts(grid, file)
    months = [column for column in columns if column.month]
    rows = [
        (FLOW, name, date(year, 1, 1), cells[place])
        for name, cells in counts
        for place, year, month in columns
        if not month
    ]
    everyone = dict(counts)[EVERYONE]
    rows += [(EVERYONES_MONTH, EVERYONE, date(year, month, 1), everyone[place]) for place, year, month in months]
    for year in sorted({column.year for column in months}):
        covered = sum(column.year == year for column in months)
        rows.append((MONTHS_COVERED, EVERYONE, date(year, 1, 1), str(covered)))
    return [answer], _figures(rows).assign(published_on=_vintage(grid, file))


def _figures(rows: list[tuple[str, str, date, str]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["series", "name", "period", "count"])
    return ircc.one_a_country(
        pd.DataFrame(
            {
                "series": frame["series"],
                "item": "",
                "country": country_names.country_or_name(frame["name"], "ircc"),
                "period": frame["period"],
                "value": recipe.number(frame["count"].replace(ircc.WITHHELD, "").str.replace(",", "")),
                "suppressed": frame["count"] == ircc.WITHHELD,
            }
        )
    )


def _grid(path: Path, file: str) -> list[list[str]]:
    grid = ircc_sheet.grid(path, file)
    if len(grid) <= FIRST_COUNTRY or grid[YEARS][0] != HEADING:
        raise SourceProblem(f"{file} does not have “{HEADING}” in row {YEARS + 1}; its layout has changed.")
    return grid


def _columns(grid: list[list[str]], file: str) -> list[Column]:
    """The columns of months and of yearly totals, from left to right, every year whole but the last."""
    found, year = [], 0
    for place, (above, middle, below) in enumerate(zip(grid[YEARS], grid[TOTALS], grid[MONTHS], strict=True)):
        year = int(above) if above.isdigit() else year
        if below in ircc.MONTHS:
            found.append(Column(place, year, ircc.MONTHS.index(below) + 1))
        elif (total := YEAR_TOTAL.fullmatch(middle)) and int(total[1]) == year:
            found.append(Column(place, year, 0))
        elif place and not QUARTER_TOTAL.fullmatch(below) and above + middle + below:
            raise SourceProblem(f"{file} has a column that cannot be read: {' '.join([above, middle, below]).strip()}.")
    _whole_years(found, file)
    return found


def _whole_years(found: list[Column], file: str) -> None:
    years = sorted({column.year for column in found})
    for each in years:
        months = [column.month for column in found if column.year == each]
        whole = len(months) == len(ircc.MONTHS) + 1
        if months != [*range(1, len(months)), 0] or not (whole or each == years[-1]) or len(months) == 1:
            raise SourceProblem(f"{file} does not have all months of {each} and then their total.")
    if not years or years != list(range(years[0], years[-1] + 1)):
        raise SourceProblem(f"{file} does not have one year after the other in row {YEARS + 1}.")


def _counts(grid: list[list[str]], file: str) -> list[tuple[str, list[str]]]:
    rows = ircc_sheet.counts(grid[FIRST_COUNTRY:], file)
    if EVERYONE not in dict(rows):
        raise SourceProblem(f"{file} has no row “{EVERYONE}” at the end of its countries.")
    return rows


def _vintage(grid: list[list[str]], file: str) -> date:
    """The day in the line that names the source."""
    days = [found for row in grid[FIRST_COUNTRY:] if (found := FOOTER.search(row[0]))]
    try:
        return datetime.strptime(f"{days[-1][1]} {days[-1][2]}", "%B %d %Y").date()
    except (IndexError, ValueError) as error:
        raise SourceProblem(f"{file} does not say its day as “Source: IRCC, July 31, 2026” below its rows.") from error
