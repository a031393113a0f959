"""The relation at a glance: six figures, each with its line, its change, its age and a door to its page."""

from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd

import queries
from data import clock
from pages.tariffs.choices import EVIDENCE_ENDS
from queries import Answer
from ui import age, expected, numbers, page, sources, sparkline, words
from ui.language import count, text
from ui.page import Card
from ui.remember import remembered

Form = Callable[[float], str]
When = Callable[[date], str]
Said = Callable[[Answer, date, Sequence[str]], str]
IDEAS = {
    "gap": "ink",
    "rate_canada": "CAN",
    "rate_mexico": "MEX",
    "position_older": "CAN",
    "position": "CAN",
    "study_permits": "MEX",
    "strain": "strain",
    "repair": "repair",
}


def draw() -> None:
    """The six cards as of today, and where they are from."""
    today = clock.today().isoformat()
    page.cards(cards(today), sources.paragraph(_found(today)))


def _found(today: str) -> Answer:
    return queries.ask("headlines", date=today, rules_on=min(today, EVIDENCE_ENDS))


@remembered
def cards(today: str) -> tuple[Card, ...]:
    """The six cards as of a day."""
    found = _found(today)
    day = date.fromisoformat(today)
    points = found.frame.assign(age=_of_newest(found, age.of, day), next=_of_newest(found, expected.of, day))
    return tuple(make(points) for make in (_gap, _months, _rates, _investment, _students, _events))


def _of_newest(found: Answer, said: Said, today: date) -> list[str]:
    """For each newest point what is said of its sources, such as when newer figures are expected."""
    rows = zip(found.frame["source"], found.frame["is_latest"], strict=True)
    return [
        said(found, today, source.split(";")) if is_latest and isinstance(source, str) else ""
        for source, is_latest in rows
    ]


def _latest(points: pd.DataFrame, headline: str, series: str) -> pd.Series:
    found = points[(points["headline"] == headline) & (points["series"] == series) & points["is_latest"]]
    return found.iloc[0]


def _line(
    points: pd.DataFrame, headline: str, series: Sequence[str], form: Form, when: When, is_steps: bool = False
) -> tuple[str, str]:
    """The picture of one series or several, and what it says."""
    drawn, says = [], []
    for name in series:
        own = points[(points["headline"] == headline) & (points["series"] == name)]
        drawn.append(
            (
                IDEAS[name],
                [(day.toordinal(), value) for day, value in zip(own["period_end"], own["value"], strict=True)],
            )
        )
        first, last = own.iloc[0], own.iloc[-1]
        sentence = text(
            "overview.line",
            first=form(first["value"]),
            since=when(first["period_end"]),
            last=form(last["value"]),
            until=when(last["period_end"]),
        )
        says.append(text("label.value", label=words.code("series", name), value=sentence))
    return sparkline.address(drawn, is_steps), "; ".join(says)


def _year(day: date) -> str:
    return str(day.year)


def _rate(value: float) -> str:
    return numbers.percent(value, 1)


def _age(row: pd.Series) -> str:
    """How old a figure is: of which vintage, how long ago its period ended, and when newer ones are expected."""
    months = int(row["age_months"])
    said = {"age": numbers.at_start(row["age"]), "next": row["next"]}
    if not months:
        return text("overview.age.now", **said)
    return count("overview.age", months, n=numbers.decimal(months), **said)


def _age_read(row: pd.Series) -> str:
    """How old a figure is that was read up to a day."""
    return text("age.read", day=numbers.day(row["period_end"]))


def _gap(points: pd.DataFrame) -> Card:
    row = _latest(points, "goods_year", "gap")
    year = row["period_end"].year
    change = text("overview.card.gap.change", change=numbers.change(row["change_pct"]), before=year - 1)
    line = _line(points, "goods_year", ["gap"], numbers.billions, _year)
    value = ((numbers.billions(row["value"]), ""),)
    return Card(text("overview.card.gap", year=year), value, line, change, _age(row), "trade", {"to": str(year)})


def _months(points: pd.DataFrame) -> Card:
    row = _latest(points, "goods_months", "gap")
    change = text("overview.card.months.change", change=numbers.change(row["change_pct"]))
    line = _line(points, "goods_months", ["gap"], numbers.billions, numbers.month)
    what = text("overview.card.months", month=numbers.month(row["period_end"]))
    return Card(what, ((numbers.billions(row["value"]), ""),), line, change, _age(row), "trade", {"view": "months"})


def _rates(points: pd.DataFrame) -> Card:
    canada, mexico = (_latest(points, "tariffs", series) for series in ("rate_canada", "rate_mexico"))
    change = text(
        "overview.card.tariffs.change",
        canada=numbers.difference(canada["change"], 1),
        mexico=numbers.difference(mexico["change"], 1),
    )
    value = tuple(
        (f"{words.country(code)} {_rate(row['value'])}", code) for code, row in (("CAN", canada), ("MEX", mexico))
    )
    line = _line(points, "tariffs", ["rate_canada", "rate_mexico"], _rate, numbers.day, is_steps=True)
    return Card(text("overview.card.tariffs"), value, line, change, _age_read(canada), "tariffs", {})


def _investment(points: pd.DataFrame) -> Card:
    row = _latest(points, "investment", "position")
    year = row["period_end"].year
    since = {"change": numbers.change(row["change_pct"]), "before": year - 1}
    # A refresh may bring the official figure of the year that was quoted until then.
    if (points["series"] == "quoted").any():
        quoted = _latest(points, "investment", "quoted")
        said = {"value": numbers.billions(quoted["value"]), "year": quoted["period_end"].year}
        change = text("overview.card.investment.change", **since, **said)
    else:
        change = text("overview.card.people.change", **since)
    line = _line(points, "investment", ["position_older", "position"], numbers.billions, _year)
    what = text("overview.card.investment", year=year)
    return Card(
        what, ((numbers.billions(row["value"]), ""),), line, change, _age(row), "investment", {"direction": "outward"}
    )


def _students(points: pd.DataFrame) -> Card:
    row = _latest(points, "study_permits", "study_permits")
    year = row["period_end"].year
    change = text("overview.card.people.change", change=numbers.change(row["change_pct"]), before=year - 1)
    line = _line(points, "study_permits", ["study_permits"], numbers.decimal, _year)
    what = text("overview.card.people", year=year)
    return Card(what, ((numbers.decimal(row["value"]), ""),), line, change, _age(row), "people", {"view": "study"})


def _events(points: pd.DataFrame) -> Card:
    names = ("strain", "repair", "strain_wider", "repair_wider")
    rows = {name: _latest(points, "events", name) for name in names}
    many = {name: int(row["value"]) for name, row in rows.items()}
    value = (
        (count("timeline.strains", many["strain"], n=many["strain"]), "strain"),
        (count("timeline.repairs", many["repair"], n=many["repair"]), "repair"),
    )
    change = text(
        "overview.card.events.change",
        strains=numbers.difference(rows["strain"]["change"]),
        repairs=numbers.difference(rows["repair"]["change"]),
        wider_strains=numbers.decimal(many["strain_wider"]),
        wider_repairs=numbers.decimal(many["repair_wider"]),
    )
    last = rows["strain"]
    line = _line(points, "events", ["repair", "strain"], numbers.decimal, numbers.day)
    since = {"from": str(last["period_end"].year - 1)}
    return Card(text("overview.card.events"), value, line, change, _age_read(last), "timeline", since)
