"""The tariff page's answer and its first picture: Canada and Mexico at four moments, five in a what-if."""

from datetime import date
from typing import Any

import pandas as pd

import queries
from data.frames import records
from pages.tariffs import remarks
from pages.tariffs.choices import EVIDENCE_ENDS, MAIN, Choices
from ui import figure, numbers, words
from ui.charts import dumbbell
from ui.language import count, current, text
from ui.remember import remembered

NAMES = {"CAN": "canada", "MEX": "mexico"}


def _asked(chosen: Choices) -> queries.Answer:
    return queries.ask("tariff_moments", partner=MAIN, **chosen.params())


def _rates(frame: pd.DataFrame, moment: str, suffix: str = "", column: str = "effective_rate_pct") -> dict[str, str]:
    """A rate of Canada and of Mexico at a moment in words, as values of a message."""
    of_moment = frame[frame["tariff_moment"] == moment].set_index("partner")[column]
    return {f"{name}{suffix}": numbers.percent(of_moment[code], 1) for code, name in NAMES.items()}


@remembered
def answer(chosen: Choices) -> str:
    """What Washington charges on Canadian and Mexican goods on the date, before and in the what-if."""
    frame = _asked(chosen).frame
    if set(frame["partner"]) != set(MAIN):
        return text("tariffs.answer.none")
    only = f" {remarks.only(chosen)}".rstrip()
    end = numbers.day(date.fromisoformat(EVIDENCE_ENDS))
    read = " " + text("age.read", day=end)
    if not chosen.scenario.is_law():
        values = {**_rates(frame, "supposed"), **_rates(frame, "day", "_law")}
        return text("tariffs.answer.if", scenario=chosen.scenario.words(), day=chosen.day(), **values) + only + read
    values = {"day": chosen.day(), **_rates(frame, "day"), **_rates(frame, "before", "_2024")}
    if chosen.scenario.date > EVIDENCE_ENDS:
        return text("tariffs.answer.scheduled", end=end, **values) + only
    return text("tariffs.answer", **values) + only + read


@remembered
def picture(chosen: Choices) -> figure.Figure | None:
    """Both countries at each moment, the numbers at the marks; nothing where one sells none of the goods chosen."""
    answer = _asked(chosen)
    frame = answer.frame
    if set(frame["partner"]) != set(MAIN):
        return None
    greatest = float(frame["effective_rate_pct"].max())
    headings = (words.heading("partner"), words.heading("effective_rate_pct"))
    count = frame["tariff_moment"].nunique()
    return figure.Figure(
        key="tariff-moments",
        finding=_finding(frame, chosen),
        subtitle=figure.noted(text("tariffs.moments.subtitle"), remarks.only(chosen), _assumed(frame, chosen)),
        panels=[
            (
                dumbbell.values("effective_rate_pct", "tariff_moment", count, greatest, headings, current()),
                _marks(frame, chosen),
            )
        ],
        answer=answer,
        columns=[
            "tariff_moment",
            "partner",
            "valid_from",
            "effective_rate_pct",
            "above_law_pp",
            "assumed_pct",
            "duty_usd_m",
        ],
    )


def _finding(frame: pd.DataFrame, chosen: Choices) -> str:
    """What the what-if does to both rates; by law, what CUSMA keeps from both."""
    if not chosen.scenario.is_law():
        return text("tariffs.moments.if", **_rates(frame, "day", "_law"), **_rates(frame, "supposed"))
    spared = frame[frame["tariff_moment"] == "lapsed"].set_index("partner")["above_law_pp"]
    values = {name: numbers.decimal(spared[code], 1) for code, name in NAMES.items()}
    return count("tariffs.moments", numbers.plural_of(spared["CAN"]), **values)


def peak(chosen: Choices) -> date | None:
    """The day since 2025 on which the two countries paid most together."""
    frame = _asked(chosen).frame
    days = frame.loc[frame["tariff_moment"] == "peak", "valid_from"]
    return None if days.isna().all() else days.iloc[0].date()


def _assumed(frame: pd.DataFrame, chosen: Choices) -> str:
    """How much of the rates on the date rests on an assumption; nothing where that is nothing."""
    moment = "day" if chosen.scenario.is_law() else "supposed"
    shares = frame[frame["tariff_moment"] == moment].set_index("partner")["assumed_pct"]
    if shares.max() < remarks.LEAST_SAID:
        return ""
    values = {name: numbers.decimal(shares[code], 1) for code, name in NAMES.items()}
    return count("tariffs.moments.assumed", numbers.plural_of(shares["CAN"]), **values)


def _marks(frame: pd.DataFrame, chosen: Choices) -> pd.DataFrame:
    """The rows as the chart wants them: a moment's lower value first; names over the marks that lie furthest out."""
    lowest = frame.groupby("tariff_moment")["effective_rate_pct"].transform("min")
    is_first = ~frame["tariff_moment"].duplicated()
    main = "day" if chosen.scenario.is_law() else "supposed"
    return pd.DataFrame(
        {
            "tariff_moment": frame["tariff_moment"],
            "partner": frame["partner"],
            "effective_rate_pct": frame["effective_rate_pct"],
            "label": [_moment(row, chosen) for row in records(frame)],
            "is_main": frame["tariff_moment"] == main,
            "name": [words.country(code) for code in frame["partner"]],
            "idea": frame["partner"],
            "name_idea": [f"{code}_text" for code in frame["partner"]],
            "written": [numbers.percent(rate, 1) for rate in frame["effective_rate_pct"]],
            "side": ["low" if first else "high" for first in is_first],
            "is_named": lowest == lowest.max(),
        }
    )


def _moment(row: dict[str, Any], chosen: Choices) -> str:
    """The name of a moment, with its day."""
    day = "" if numbers.missing(row["valid_from"]) else numbers.day(row["valid_from"])
    names = {
        "before": text("tariffs.moment.before"),
        "peak": text("tariffs.moment.peak", day=day),
        "day": text("tariffs.moment.day", day=chosen.day()),
        "supposed": text("tariffs.moment.supposed", scenario=chosen.scenario.words()),
        "lapsed": text("tariffs.moment.lapsed"),
    }
    return names[row["tariff_moment"]]
