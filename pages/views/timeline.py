"""Figures of the timeline page."""

from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

import queries
from data import catalog
from ui import figure, filters, numbers, page, state, words
from ui.charts import timeline as timeline_chart
from ui.filters import Years
from ui.language import count, current, text

SERIES = ["imports", "exports", "study_permits", "asylum_claims", "visitor_visas", "none"]
IDEAS = {"imports": "MEX", "exports": "CAN", "study_permits": "MEX", "asylum_claims": "MEX", "visitor_visas": "MEX"}
TABLES = {
    "imports": "goods_trade_annual",
    "exports": "goods_trade_annual",
    "study_permits": "study_permits",
    "asylum_claims": "asylum_claims",
    "visitor_visas": "visitor_visas",
}
LISTED = 20
LONGEST_MONTH, LONGEST_YEAR = 31, 366
MARKS = {"strain": "▼", "repair": "▲", "neutral": "●"}


def choices() -> dict[str, Any]:
    """The filters of the timeline as parameters of the events query."""
    chosen = {}
    for name, parameter, label, everything in (
        ("category", "categories", text("timeline.category"), text("timeline.category.all")),
        ("effect", "effects", text("timeline.effect"), text("timeline.effect.all")),
        ("scope", "scopes", text("timeline.scope"), text("timeline.scope.all")),
        ("confidence", "confidences", text("timeline.confidence"), text("timeline.confidence.all")),
    ):
        codes = list(catalog.codes(name))
        chosen[parameter] = filters.many(name, label, codes, everything, partial(words.code, name))
    actors = filters.many(
        "actor", text("timeline.actor"), ["CAN", "MEX", "USA"], text("timeline.actor.all"), words.country
    )
    wanted = filters.written("text", text("timeline.text"), text("timeline.text.placeholder"))
    return {**chosen, "actors": actors, "text": wanted}


def series_choice() -> str:
    """The series drawn under the events."""
    return filters.one("series", text("timeline.series"), SERIES, "imports", _series_name)


def _series_name(code: str) -> str:
    return text("timeline.series.none") if code == "none" else words.code("series", code)


def answer(years: Years, chosen: dict[str, Any]) -> pd.DataFrame:
    """The page's sentence; returns the events found."""
    params = {"first_year": years.first, "last_year": years.last, **chosen}
    found = queries.run("events", **params)
    counts = queries.run("event_counts", **params).set_index("effect")["events"]
    if found.empty:
        page.answer(text("timeline.answer.none", years=numbers.years(years.first, years.last)))
        return found
    numbers_of = {effect: int(counts.get(effect, 0)) for effect in MARKS}
    page.answer(
        text(
            "timeline.answer",
            years=numbers.years(years.first, years.last),
            events=count("timeline.events", len(found), n=numbers.decimal(len(found))),
            strains=count("timeline.strains", numbers_of["strain"], n=numbers_of["strain"]),
            repairs=count("timeline.repairs", numbers_of["repair"], n=numbers_of["repair"]),
        )
    )
    return found


def pieces(frame: pd.DataFrame, time: str, keys: list[str], longest_step: int) -> pd.DataFrame:
    """The rows with a column `piece` that changes after a gap longer than a step (years, or days), to break a line."""
    ordered = frame[frame["value"].notna()].sort_values([*keys, time])
    step = ordered[time].diff() if time == "year" else ordered[time].diff().dt.days
    jump = step.fillna(0).gt(longest_step) | ordered[keys].ne(ordered[keys].shift()).any(axis=1)
    return ordered.assign(piece=jump.cumsum())


def chart(found: pd.DataFrame, years: Years, chosen: dict[str, Any], series: str) -> None:
    """Events over the years, a chosen series under them on the same axis."""
    params = {"first_year": years.first, "last_year": years.last, **chosen}
    language = current()
    heights = {"strain": -1, "repair": 1, "neutral": 0}
    marks = found.assign(
        height=[
            heights[effect] * intensity for effect, intensity in zip(found["effect"], found["intensity"], strict=True)
        ],
        idea=found["effect"].replace("neutral", "other"),
        title=found[f"title_{language}"],
        reason=found[f"reason_{language}"],
        date_name=_days(found),
    )
    span = (years.first, years.last)
    headings = (text("timeline.when"), text("timeline.what"), words.heading("intensity"), text("timeline.why"))
    panels = [
        (
            timeline_chart.events(span, (text("timeline.up"), text("timeline.down")), headings, language),
            marks[["event", "date", "date_name", "effect", "idea", "intensity", "height", "title", "reason"]],
        )
    ]
    below = _series_panel(series, span)
    figure.draw(
        key="events",
        finding=text("timeline.finding", years=numbers.years(*span)),
        subtitle=text("timeline.subtitle", series=_series_name(series)),
        panels=[*panels, *below],
        rows=figure.Rows(
            found,
            [
                "event", "date", "date_precision", f"title_{language}", f"summary_{language}", "category", "actors",
                "effect", "intensity", f"reason_{language}", "scope", "confidence", "source_title", "source_url",
            ],
            "events",
            ["events", *([TABLES[series]] if below else [])],
            params,
        ),
        pick=("event", "event"),
    )  # fmt: skip


def _series_panel(series: str, span: tuple[int, int]) -> list[figure.Panel]:
    """The chosen series on the same axis; nothing where none is chosen or none has figures in these years."""
    if series == "none":
        return []
    rows = queries.run("timeline_series", series=series, first_year=span[0], last_year=span[1])
    if rows["value"].isna().all():
        st.info(words.literal(text("timeline.series.empty", series=_series_name(series))))
        return []
    is_money = rows["unit"].iloc[0] == "CAD_M"
    unit = numbers.axis_unit("cad") if is_money else words.code("unit", rows["unit"].iloc[0])
    is_monthly = series == "visitor_visas"
    days = [numbers.month(day) if is_monthly else str(day.year) for day in rows["date"]]
    tip_unit = words.code("unit", rows["unit"].iloc[0])
    headings = (text("timeline.when"), text("label.value", label=_series_name(series), value=tip_unit))
    chart = timeline_chart.under(span, numbers.at_start(unit), IDEAS[series], is_money, headings, current())
    longest_step = LONGEST_MONTH if is_monthly else LONGEST_YEAR
    return [(chart, pieces(rows.assign(date_name=days), "date", ["series"], longest_step))]


def _days(frame: pd.DataFrame) -> list[str]:
    return [
        numbers.day(date, precision) for date, precision in zip(frame["date"], frame["date_precision"], strict=True)
    ]


def opened(found: pd.DataFrame) -> None:
    """The event of the address, opened to its sources."""
    event = filters.picked("event", found["event"])
    if event is None:
        st.caption(words.literal(text("timeline.click")))
        return
    with st.container(border=True, key="opened-event"):
        listing(found[found["event"] == event], is_open=True)
        st.button(text("timeline.close"), on_click=state.write, args=("event", None), type="tertiary")


def newest_first(found: pd.DataFrame) -> None:
    """The events found, newest first; the older ones on demand."""
    everything = len(found) <= LISTED or filters.switch("all", text("timeline.all", n=numbers.decimal(len(found))))
    listing(found.iloc[::-1] if everything else found.iloc[::-1].head(LISTED))


def listing(events: pd.DataFrame, is_open: bool = False) -> None:
    """Events as a list, each opens to its summary, reason, confidence and source."""
    entries = "".join(_entry(row, is_open) for row in events.to_dict("records"))
    st.html(f'<div class="events">{entries}</div>')


def _entry(event: dict[str, Any], is_open: bool) -> str:
    language = current()
    when = numbers.day(event["date"], event["date_precision"])
    facts = [
        words.code("effect", event["effect"]),
        text("timeline.intensity", n=event["intensity"]),
        words.code("category", event["category"]),
        words.code("confidence", event["confidence"]),
    ]
    paragraphs = [escape(event.get(f"summary_{language}") or "")]
    if event.get(f"reason_{language}"):
        paragraphs.append(escape(text("label.value", label=text("timeline.why"), value=event[f"reason_{language}"])))
    if event.get(f"note_{language}"):
        paragraphs.append(escape(text("label.value", label=text("event.note"), value=event[f"note_{language}"])))
    paragraphs.append(_source(event))
    return (
        f"<details{' open' if is_open else ''}><summary>"
        f'<span class="mark {event["effect"]}">{MARKS[event["effect"]] * event["intensity"]}</span> '
        f'<span class="when">{escape(when)}</span> {escape(event[f"title_{language}"])}</summary>'
        f'<p class="source">{escape(" · ".join(facts))}</p>'
        + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs if paragraph)
        + "</details>"
    )


def _source(event: dict[str, Any]) -> str:
    url, title = event.get("source_url"), event.get("source_title")
    if not url:
        return escape(text("timeline.source.none"))
    locator = f" ({escape(event['source_locator'])})" if event.get("source_locator") else ""
    link = f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(title or url)}</a>'
    return f"{escape(text('figure.source'))} {link}{locator}"
