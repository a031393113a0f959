"""IRCC open data: people by citizenship and month, from files called CSV whose cells are separated by tabs."""

import io

import pandas as pd

from data import country_names, recipe
from data.refresh import checks, forms
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

FOLDER = "/opendata-donneesouvertes/data"
YEAR, MONTH, CITIZENSHIP, COUNT = "EN_YEAR", "EN_MONTH", "EN_COUNTRY_OF_CITIZENSHIP", "TOTAL"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WITHHELD = "--"
A_COUNT = rf"{WITHHELD}|\d+|\d{{1,3}}(?:,\d{{3}})+"
FORMS = {
    YEAR: checks.form(r"20\d\d|19\d\d", "a year that cannot be read"),
    MONTH: checks.form("|".join(MONTHS), "a month that cannot be read"),
    COUNT: checks.form(A_COUNT, "a count that cannot be read"),
}


class Settings(SourceSettings):
    """Which file, under which name its figures are kept, and which of its columns names their items."""

    file: str
    series: str
    item: str = ""


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per country and month, and per label of the column that the setting `item` names; persons.

    A suppressed count is missing; a country that a month does not name had nobody, or is not in the file.
    """
    file, item = settings.file, settings.item
    answer = web.get(f"{FOLDER}/{file}", forms.of_text(settings, _has_columns, "columns under their headings"))
    cells = _cells(answer.path.read_bytes(), file, [YEAR, MONTH, CITIZENSHIP, *([item] if item else [])])
    frame = pd.DataFrame(
        {
            "series": settings.series,
            "item": cells[item] if item else "",
            "country": country_names.country_or_name(cells[CITIZENSHIP], "ircc"),
            "period": _first_days(cells),
            "value": recipe.number(cells[COUNT].replace(WITHHELD, "").str.replace(",", "")),
            "suppressed": cells[COUNT] == WITHHELD,
        }
    )
    return [answer], one_a_country(frame).assign(published_on=answer.published_on().date())


def _has_columns(heading: str) -> bool:
    """May this be a heading, in whatever letters? What is wrong with it is said where it is read."""
    return "EN_" in heading.replace("\0", "") or ("\t" in heading and not set("\0\ufffd") & set(heading))


def one_a_country(frame: pd.DataFrame) -> pd.DataFrame:
    """Labels of one country added up; `suppressed` becomes the status."""
    summed = recipe.added_up(frame, ["series", "item", "country", "period"], "value")
    status = summed.pop("suppressed").map({True: "suppressed", False: ""})
    return summed.assign(value=summed["value"].astype(float), status=status)


def _cells(content: bytes, file: str, keys: list[str]) -> pd.DataFrame:
    """The file as text cells. Columns are found by their English names; the French ones repeat them."""
    try:
        text = content.decode("utf-8-sig")
        _tabbed(text.splitlines(), file)
        cells = pd.read_csv(io.StringIO(text), sep="\t", dtype=str, keep_default_na=False)
    except ValueError as error:
        raise SourceProblem(f"{file} cannot be read: {str(error).splitlines()[0]}.") from error
    cells = cells.apply(lambda column: column.str.strip())
    checks.table(cells, file, {**dict.fromkeys(keys, checks.TEXT), **FORMS}, keys)
    return cells


def _tabbed(lines: list[str], file: str) -> None:
    """Raise unless all lines have as many tabs as the heading, and that has any."""
    heading = lines[0] if lines else ""
    if "\t" not in heading:
        raise SourceProblem(f"{file} is not separated by tabs; it begins with {heading[:60]}.")
    wanted = heading.count("\t")
    if uneven := [line for line in lines if line.strip() and line.count("\t") != wanted]:
        raise SourceProblem(f"{file} has a row that breaks off or runs on: {uneven[0].replace(chr(9), ' ')[:60]}.")


def _first_days(cells: pd.DataFrame) -> pd.Series:
    number = cells[MONTH].map({name: f"{place:02}" for place, name in enumerate(MONTHS, 1)})
    return recipe.first_of_month(cells[YEAR], number)
