"""IRCC open data: people by citizenship and month, from files called CSV whose cells are separated by tabs."""

import io

import pandas as pd

from data import recipe
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.web import Web

FOLDER = "/opendata-donneesouvertes/data"
YEAR, MONTH, CITIZENSHIP, COUNT = "EN_YEAR", "EN_MONTH", "EN_COUNTRY_OF_CITIZENSHIP", "TOTAL"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
WITHHELD = "--"
# What a cell of each column may be.
FORMS = {YEAR: r"20\d\d|19\d\d", MONTH: "|".join(MONTHS), COUNT: rf"{WITHHELD}|\d+|\d{{1,3}}(?:,\d{{3}})+"}
MEANT = {YEAR: "year", MONTH: "month", COUNT: "count"}


def ask(web: Web) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per country and month, and per label of the column that the setting `item` names; persons.

    A suppressed count is missing; a country that a month does not name had nobody, or is not in the file.
    """
    file, item = web.settings["file"], web.settings.asks.get("item", "")
    answer = web.get(f"{FOLDER}/{file}")
    cells = _cells(answer.path.read_bytes(), file, [YEAR, MONTH, CITIZENSHIP, *([item] if item else [])])
    frame = pd.DataFrame(
        {
            "series": web.settings["series"],
            "item": cells[item] if item else "",
            "country": recipe.country(cells[CITIZENSHIP], "ircc"),
            "period": _first_days(cells),
            "value": recipe.number(cells[COUNT].replace(WITHHELD, "").str.replace(",", "")),
            "suppressed": cells[COUNT] == WITHHELD,
        }
    )
    return [answer], one_a_country(frame).assign(published_on=answer.published_on().date())


def one_a_country(frame: pd.DataFrame) -> pd.DataFrame:
    """Labels of one country added up; `suppressed` becomes the status."""
    summed = recipe.added_up(frame, ["series", "item", "country", "period"], "value")
    return summed.assign(status=summed.pop("suppressed").map({True: "suppressed", False: ""}))


def _cells(content: bytes, file: str, keys: list[str]) -> pd.DataFrame:
    """The file as text cells. Columns are found by their English names; the French ones repeat them."""
    try:
        text = content.decode("utf-8-sig")
        _tabbed(text.splitlines(), file)
        cells = pd.read_csv(io.StringIO(text), sep="\t", dtype=str, keep_default_na=False)
    except ValueError as error:
        raise SourceProblem(f"{file} cannot be read: {str(error).splitlines()[0]}.") from error
    if missing := [name for name in (*keys, COUNT) if name not in cells.columns]:
        raise SourceProblem(f"{file} lacks the column {', '.join(missing)}; it has {', '.join(cells.columns)}.")
    if cells.empty:
        raise SourceProblem(f"{file} has no rows.")
    cells = cells.apply(lambda column: column.str.strip())
    for name, form in FORMS.items():
        if strange := sorted(set(cells.loc[~cells[name].str.fullmatch(form), name])):
            raise SourceProblem(f"{file} has a {MEANT[name]} that cannot be read: {', '.join(strange[:3])}.")
    doubled = cells.duplicated(keys)
    if doubled.any():
        first = ", ".join(cells.loc[doubled, keys].iloc[0])
        raise SourceProblem(f"{file} has {int(doubled.sum())} rows twice, the first is {first}.")
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
