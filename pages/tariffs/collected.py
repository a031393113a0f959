"""What U.S. customs collected, beside what the rules would charge over the same months."""

import pandas as pd

import queries
from data.frames import records
from pages.tariffs.choices import Choices, idea_of
from pages.tariffs.remarks import unfiltered
from ui import figure, numbers, words
from ui.charts import bars
from ui.language import current, text
from ui.remember import remembered


def draw(chosen: Choices) -> None:
    """Two bars a country: collected in its colour, by the rules in grey."""
    figure.draw(_beside(chosen.scenario.is_law(), chosen.is_filtered()))


@remembered
def _beside(is_law: bool, is_filtered: bool) -> figure.Figure:
    answer = queries.ask("collected_and_statutory")
    frame = answer.frame
    found = frame.set_index("partner")
    subtitle = text(
        "tariffs.beside.subtitle", months=numbers.months(found.iloc[0]["first_month"], found.iloc[0]["last_month"])
    )
    if not is_law:
        subtitle = figure.noted(subtitle, text("tariffs.time.law"))
    return figure.Figure(
        key="tariff-beside",
        finding=text(
            "tariffs.beside",
            canada=numbers.percent(found.loc["CAN", "collected_pct"], 1),
            canada_law=numbers.percent(found.loc["CAN", "statutory_pct"], 1),
            mexico=numbers.percent(found.loc["MEX", "collected_pct"], 1),
            mexico_law=numbers.percent(found.loc["MEX", "statutory_pct"], 1),
        ),
        subtitle=unfiltered(subtitle, is_filtered),
        panels=[(bars.ranked("share_pct", "row", ",.1f", 2 * len(frame), current()), _bars(frame))],
        answer=answer,
        columns=[
            "partner", "first_month", "last_month", "collected_pct", "statutory_pct", "published_statutory_pct", "days",
        ],
    )  # fmt: skip


def _bars(frame: pd.DataFrame) -> pd.DataFrame:
    """Both rates of a country under each other."""
    rows = []
    for row in records(frame):
        partner, country = row["partner"], words.country(row["partner"])
        labels = {
            "collected_pct": (text("tariffs.beside.collected", country=country), idea_of(partner)),
            "statutory_pct": (text("tariffs.beside.statutory", country=country), "other"),
        }
        rows += [
            {"row": f"{partner}{kind}", "label": label, "idea": idea, "share_pct": row[kind]}
            for kind, (label, idea) in labels.items()
        ]
    return pd.DataFrame(rows)
