"""U.S. Census: imports for consumption and the duty calculated on them, by HS chapter and month, year to date."""

from datetime import date
from typing import Annotated, Any

import pandas as pd
from pydantic import Field, TypeAdapter

from data import clock
from data.refresh import checks, forms
from data.refresh.answers import Answer, read_json
from data.refresh.problems import SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Secret, Web

SERVICE = "/data/timeseries/intltrade/imports/hs"
# Year to date: December is the year.
SERIES = {"CON_VAL_YR": "imports", "CAL_DUT_YR": "duty"}
CHAPTER = "I_COMMODITY"
# The European Union is a sum of its members: never added to countries.
PARTNERS = {"1220": "CAN", "2010": "MEX", "5700": "CHN", "0003": "EUU"}
KEY = "key"
# A heading and at least one row.
TABLE = TypeAdapter(Annotated[list[list[Any]], Field(min_length=2)])
FORMS = {
    **dict.fromkeys(SERIES, checks.form(r"\d+", "an amount that cannot be read")),
    CHAPTER: checks.form(r"\d\d", "a code that is no HS chapter"),
    **dict.fromkeys(["time", "COMM_LVL", "CTY_CODE"], checks.TEXT),
}


class Settings(SourceSettings):
    """From which month (YYYY-MM) on figures are asked for."""

    first_month: str


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per series, partner, HS chapter and month, from January of the year on; US$.

    Months are asked one after the other until one is empty, which is not published yet; the first one must be there.
    """
    secret = Secret({KEY: settings.key} if settings.key else {})
    is_there = forms.of_json(settings, TABLE, "rows under a heading")
    is_there_or_nothing = forms.of_json_or_nothing(settings, TABLE, "rows under a heading, or nothing")
    answers: list[Answer] = []
    parts: list[pd.DataFrame] = []
    for month in _months(settings.first_month):
        is_table = is_there_or_nothing if parts else is_there
        found = web.all([_address(month, code) for code in PARTNERS], is_table, secret)
        published = [code for code, answer in zip(PARTNERS, found, strict=True) if answer.path.stat().st_size]
        if not published:
            break
        if missing := sorted(set(PARTNERS) - set(published)):
            raise SourceProblem(f"The Census has {month} for some partners only; {', '.join(missing)} are missing.")
        answers += found
        parts += [_figures(answer, month, code) for code, answer in zip(PARTNERS, found, strict=True)]
    if not parts:
        raise SourceProblem(f"The first month that is asked of the Census, {settings.first_month}, is still to come.")
    return answers, pd.concat(parts, ignore_index=True)


def _months(first: str) -> list[str]:
    """All months from this one (YYYY-MM) to the present."""
    return [f"{month:%Y-%m}" for month in pd.period_range(first, f"{clock.now():%Y-%m}", freq="M")]


def _address(month: str, code: str) -> str:
    return f"{SERVICE}?get={','.join(SERIES)},{CHAPTER}&time={month}&COMM_LVL=HS2&CTY_CODE={code}"


def _figures(answer: Answer, month: str, code: str) -> pd.DataFrame:
    what = f"The Census answer for {PARTNERS[code]} in {month}"
    cells = _cells(read_json(answer), what)
    for name, asked in {"time": month, "COMM_LVL": "HS2", "CTY_CODE": code}.items():
        if other := sorted(set(cells[name]) - {asked}):
            raise SourceProblem(f"{what} holds others: {name} {', '.join(other[:3])}.")
    if doubled := sorted(set(cells.loc[cells.duplicated(CHAPTER), CHAPTER])):
        raise SourceProblem(f"{what} has a chapter twice: {', '.join(doubled[:3])}.")
    long = cells.melt(CHAPTER, list(SERIES), "series", "amount")
    return pd.DataFrame(
        {
            "series": long["series"].map(SERIES),
            "item": long[CHAPTER],
            "country": PARTNERS[code],
            "period": date.fromisoformat(f"{month}-01"),
            "value": long["amount"].astype(float),
            "status": "",
            "published_on": answer.published_on().date(),
        }
    )


def _cells(told: Any, what: str) -> pd.DataFrame:
    """Rows under their heading, all cells as text. The predicates asked with come back as columns."""
    rows = told if isinstance(told, list) and all(isinstance(row, list) for row in told) else []
    if len(rows) < 2 or len({len(row) for row in rows}) != 1:
        raise SourceProblem(f"{what} is no table with a heading.")
    cells = pd.DataFrame([[str(cell) for cell in row] for row in rows[1:]], columns=rows[0])
    cells = cells.loc[:, ~cells.columns.duplicated()]
    checks.table(cells, what, FORMS)
    return cells
