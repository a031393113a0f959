"""What Canada charges on goods of the United States, since when, and what was never in force."""

from typing import Any

import pandas as pd

import queries
from data.frames import records
from data.source_words import Words
from pages.tariffs.choices import Choices
from pages.tariffs.remarks import unfiltered
from ui import figure, filters, numbers, page, words
from ui.charts import bars
from ui.language import count, current, text
from ui.remember import remembered

LISTS = ["2025_march", "2025_metals", "2025_announced"]
CHAPTERS = 10


def draw(chosen: Choices) -> None:
    """Surtaxes by the imports they were to reach, those in force on the day in colour; then the goods of a list."""
    figure.draw(_surtaxes(chosen))
    page.points(text("tariffs.surtaxes.list"), _sentences(chosen.scenario.date))
    listed = filters.one(
        "list",
        text("tariffs.surtaxes.which"),
        LISTS,
        LISTS[0],
        lambda code: words.code("surtax_list", code),
        width=560,
    )
    figure.draw(_goods(listed))


@remembered
def _surtaxes(chosen: Choices) -> figure.Figure:
    answer = queries.ask("canada_surtaxes", date=chosen.scenario.date)
    frame = words.named(words.named(answer.frame, "surtax"), "surtax_state")
    plotted = frame.dropna(subset=["value_cad_m"]).assign(
        label=[
            text("label.value", label=row["surtax_name"], value=row["surtax_state_name"])
            for row in records(frame.dropna(subset=["value_cad_m"]))
        ],
        idea=lambda rows: ["CAN" if state == "in_force" else "other" for state in rows["surtax_state"]],
    )
    in_force = frame.iloc[0]["in_force_cad_m"]
    day = chosen.day()
    return figure.Figure(
        key="tariff-surtaxes",
        finding=text("tariffs.surtaxes", value=numbers.drawn(in_force), day=day)
        if in_force
        else text("tariffs.surtaxes.none", day=day),
        subtitle=unfiltered(text("tariffs.surtaxes.subtitle"), chosen.is_filtered()),
        panels=[
            (
                bars.ranked("value_cad_m", "surtax", ",.1f", len(plotted), current(), 1000),
                plotted[["surtax", "label", "idea", "value_cad_m"]],
            )
        ],
        answer=answer,
        columns=[
            "surtax", "surtax_state", "rate_low_pct", "rate_high_pct", "valid_from", "valid_to", "value_cad_m",
            "tariff_items", "ordered_items", "citation",
        ],
    )  # fmt: skip


@remembered
def _sentences(day: str) -> tuple[tuple[str, Words], ...]:
    frame = words.named(words.named(queries.ask("canada_surtaxes", date=day).frame, "surtax"), "surtax_state")
    return tuple(_in_words(row) for row in records(frame))


def _in_words(row: dict[str, Any]) -> tuple[str, Words]:
    """A surtax in a sentence, and its legal text."""
    low, high = numbers.percent(row["rate_low_pct"]), numbers.percent(row["rate_high_pct"])
    rate = high if low == high else text("tariffs.surtaxes.rates", low=low, high=high)
    value = (
        text("tariffs.surtaxes.no_value") if numbers.missing(row["value_cad_m"]) else numbers.money(row["value_cad_m"])
    )
    sentence = text("tariffs.surtaxes.line", surtax=row["surtax_name"], rate=rate, value=value, when=_when(row))
    if row["surtax_state"] != "never" or numbers.missing(row["ordered_items"]):
        return sentence, words.law(row["citation"])
    ordered = {"n": numbers.decimal(row["ordered_items"]), "of": numbers.decimal(row["tariff_items"])}
    said = count("tariffs.surtaxes.ordered", int(row["ordered_items"]), **ordered)
    return f"{sentence} {said}", words.law(row["citation"])


def _when(row: dict[str, Any]) -> str:
    if row["surtax_state"] == "never":
        return row["surtax_state_name"]
    if numbers.missing(row["valid_to"]):
        return text("tariffs.surtaxes.since", since=numbers.day(row["valid_from"]))
    return text("tariffs.surtaxes.span", since=numbers.day(row["valid_from"]), until=numbers.day(row["valid_to"]))


@remembered
def _goods(chosen: str) -> figure.Figure:
    """The goods of one list, by chapter."""
    answer = queries.ask("canada_surtax_goods", list=chosen)
    shown = answer.frame.head(CHAPTERS)
    first = shown.iloc[0]
    plotted = pd.DataFrame(
        {
            "row": shown["hs_chapter"],
            "label": [f"{words.chapter(code)} ({code})" for code in shown["hs_chapter"]],
            "idea": "CAN",
            "tariff_items": shown["tariff_items"],
        }
    )
    return figure.Figure(
        key="tariff-surtax-goods",
        finding=text(
            "tariffs.surtaxes.goods",
            chapter=words.chapter(first["hs_chapter"]),
            n=numbers.decimal(first["tariff_items"]),
            of=numbers.decimal(first["list_items"]),
        ),
        subtitle=text("tariffs.surtaxes.goods.subtitle", list=words.code("surtax_list", chosen), n=len(shown)),
        panels=[(bars.ranked("tariff_items", "row", ",.0f", len(plotted), current()), plotted)],
        answer=answer,
    )
