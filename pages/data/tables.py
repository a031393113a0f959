"""The tables behind the site: what one row is, columns, source, licence, vintage, caveats, rows, downloads."""

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

import queries
from data import catalog, editions, source_words
from data.catalog.source_model import Cited
from queries import Answer
from ui import blocks, filters, notice, numbers, sources, state, take, words
from ui.language import count, current, text
from ui.remember import remembered

ROWS_SHOWN = 1000
TIME_COLUMNS = ("year", "month", "date")


@remembered
def answer() -> str:
    """How many tables there are, from how many publishers."""
    publishers = {source.publisher for source in catalog.sources().values()} - {sources.OURS}
    return text("data.answer", tables=len(catalog.tables()), publishers=len(publishers))


def _entries(name: str) -> list[Cited]:
    """Entries of the sources behind a table."""
    edition = editions.now()
    return [edition.source(source) for source in edition.sources(name)]


@remembered
def _searched(name: str) -> str:
    """All words by which a table is found, in one case."""
    entry = catalog.table(name)
    publishers = [f"{source.publisher} {source.title}" for source in _entries(name)]
    labels = [f"{column} {catalog.label(column, current())}" for column in entry.columns]
    return " ".join([name, entry.title[current()], entry.says[current()], *publishers, *labels]).casefold()


def _matching(wanted: str) -> list[str]:
    return [name for name in catalog.tables() if not wanted or wanted.casefold() in _searched(name)]


def choice(wanted: str) -> str | None:
    """The table that the reader opens, among those that match the search."""
    titles = {"": text("data.all"), **{name: words.title(name) for name in _matching(wanted)}}
    return filters.one("table", text("data.table"), list(titles), "", titles.__getitem__) or None


def draw() -> None:
    """One table that the reader opens, or all that match the search."""
    with filters.bar():
        wanted = filters.free_text("text", text("data.search"), text("data.search.placeholder"))
        opened = choice(wanted)
    if opened:
        show(opened)
    else:
        listing(wanted)


def listing(wanted: str) -> None:
    """All tables that match, by subject."""
    names = tuple(_matching(wanted))
    if names:
        blocks.show(_listed(names, tuple(state.carried().items())))
    else:
        notice.show(text("data.none", text=wanted))


@remembered
def _listed(names: tuple[str, ...], carried: tuple[tuple[str, str], ...]) -> str:
    """The tables under their subjects, each with what one row is and whose figures it holds, as one block."""
    subjects = []
    for subject in dict.fromkeys(catalog.codes("topic")):
        group = [_row(name, dict(carried)) for name in names if catalog.table(name).subject == subject]
        if group:
            subjects.append((words.code("topic", subject), group))
    return blocks.render("tables", subjects=subjects)


def _row(name: str, carried: dict[str, str]) -> dict[str, Any]:
    waits = _waits(name)
    return {
        "address": "data?" + urlencode({**carried, "table": name}),
        "title": words.title(name),
        "says": catalog.table(name).says[current()],
        "waits": waits,
        "sources": [] if waits else sources.by_publisher(_entries(name)),
        "label": text("figure.source"),
    }


def _waits(name: str) -> str:
    """From which sources a table's figures will come, where it has none of any publisher's yet."""
    waits_for = catalog.table(name).refreshed_by
    if not waits_for or {entry.publisher for entry in _entries(name)} - {sources.OURS}:
        return ""
    return text("data.waits", sources="; ".join(words.code("source_code", source) for source in waits_for))


def show(name: str) -> None:
    """Everything about one table."""
    st.header(words.literal(words.title(name)), anchor=False)
    answer = queries.table(name)
    frame = answer.frame
    blocks.show(_about(name, answer))
    _columns(name)
    st.markdown(
        words.literal("\n".join(f"- {catalog.caveats()[caveat][current()]}" for caveat in editions.now().caveats(name)))
    )
    take.show(name, words.title(name), answer, 0)
    first = frame.head(ROWS_SHOWN)
    st.caption(words.literal(_rows_shown(len(first), len(frame))))
    st.dataframe(first, hide_index=True, alt=words.title(name))


def _rows_shown(shown: int, rows: int) -> str:
    """How many of the rows follow."""
    if shown < rows:
        return text("data.rows", shown=numbers.decimal(shown), rows=numbers.decimal(rows))
    return count("data.rows.all", rows, rows=numbers.decimal(rows)) if rows else text("data.rows.none")


def _period(frame: pd.DataFrame) -> str:
    if frame.empty:
        return "–"
    for column in TIME_COLUMNS:
        if column in frame.columns:
            low, high = frame[column].min(), frame[column].max()
            if column == "year":
                return numbers.years(low, high)
            return numbers.months(low, high) if column == "month" else f"{numbers.day(low)}–{numbers.day(high)}"
    return "–"


def _licence(source: Cited) -> str:
    return source_words.of("licences", source.licence, current()).words


def _grade(source: Cited) -> str:
    return source_words.of("grades", source.grade, current()).words


def _about(name: str, answer: Answer) -> str:
    entry, frame, entries = catalog.table(name), answer.frame, answer.entries()
    facts = {
        text("data.file"): f"data/tables/{name}.parquet",
        text("data.row"): entry.says[current()],
        text("data.key"): "; ".join(words.heading(column, with_unit=False) for column in entry.grain),
        text("data.period"): _period(frame),
        text("data.count"): numbers.decimal(len(frame)),
        text("data.vintage"): ", ".join(sorted({source.vintage for source in entries})) or "–",
        text("data.licence"): "; ".join(dict.fromkeys(map(_licence, entries))) or "–",
        text("data.grade"): "; ".join(sorted({_grade(source) for source in entries if source.grade})) or "–",
    }
    return blocks.render(
        "table",
        pairs=facts.items(),
        label_of_sources=text("data.sources"),
        label_of_copy=text("data.read_in"),
        sources=[
            {
                **source.model_dump(),
                "publisher": text("data.publisher", name=words.code("publishers", source.publisher)),
                **words.printed(source.title, source.url),
            }
            for source in entries
        ],
        waits=_waits(name),
        first=catalog.LANGUAGES[0],
    )


def _columns(name: str) -> None:
    rows = [
        {
            text("data.column"): column,
            text("data.label"): words.heading(column, with_unit=False),
            text("data.unit"): catalog.unit(column, current()) or "–",
            text("data.means"): words.means(column),
        }
        for column in catalog.table(name).columns
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=text("data.columns"))
