"""The tables behind the site: what one row is, columns, source, licence, vintage, caveats, rows, downloads."""

import pandas as pd
import streamlit as st

import queries
from data import catalog, editions
from data.catalog.model import Cited
from queries import Answer
from ui import blocks, figure, filters, notice, numbers, page, site, state, words
from ui.language import current, text

ROWS_SHOWN = 1000
TIME_COLUMNS = ("year", "month", "date")


def answer() -> None:
    """How many tables there are, from how many publishers."""
    publishers = {source.publisher for source in catalog.sources().values()} - {figure.OURS}
    page.answer(text("data.answer", tables=len(catalog.tables()), publishers=len(publishers)))


def _entries(name: str) -> list[Cited]:
    """Entries of the sources behind a table."""
    edition = editions.now()
    return [edition.source(source) for source in edition.sources(name)]


def _matches(name: str, wanted: str) -> bool:
    entry = catalog.table(name)
    publishers = [f"{source.publisher} {source.title}" for source in _entries(name)]
    labels = [f"{column} {catalog.label(column, current())}" for column in entry.columns]
    haystack = " ".join([name, entry.title[current()], entry.says[current()], *publishers, *labels])
    return wanted.casefold() in haystack.casefold()


def choice(wanted: str) -> str | None:
    """The table that the reader opens, among those that match the search."""
    names = [name for name in catalog.tables() if _matches(name, wanted)]

    def words_of(name: str) -> str:
        return words.title(name) if name else text("data.all")

    chosen = filters.one("table", text("data.table"), ["", *names], "", words_of)
    return chosen or None


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
    names = [name for name in catalog.tables() if _matches(name, wanted)]
    if not names:
        notice.show(text("data.none", text=wanted))
    for subject in dict.fromkeys(catalog.codes("topic")):
        group = [name for name in names if catalog.table(name).subject == subject]
        if group:
            st.subheader(words.literal(words.code("topic", subject)), anchor=False)
        for name in group:
            entry = catalog.table(name)
            st.page_link(
                site.script("data"),
                label=f"**{words.title(name)}**",
                query_params={**state.carried(), "table": name},
            )
            cited = _waits(name) or figure.source_line(_entries(name))
            st.caption(words.literal(f"{entry.says[current()]} {cited}"), unsafe_allow_html=True)


def _waits(name: str) -> str:
    """From which sources a table's figures will come, where it has none of any publisher's yet."""
    sources = catalog.table(name).refreshed_by
    if not sources or {entry.publisher for entry in _entries(name)} - {figure.OURS}:
        return ""
    return text("data.waits", sources=", ".join(words.code("source_code", source) for source in sources))


def show(name: str) -> None:
    """Everything about one table."""
    st.subheader(words.literal(words.title(name)), anchor=False)
    answer = queries.table(name)
    frame = answer.frame
    blocks.show(_about(name, answer))
    _columns(name)
    st.markdown(
        words.literal("\n".join(f"- {catalog.caveats()[caveat][current()]}" for caveat in editions.now().caveats(name)))
    )
    with st.container(horizontal=True, gap="small"):
        figure.downloads(name, answer, {"csv": "CSV", "zip": text("figure.zip"), "parquet": "Parquet"})
    first = frame.head(ROWS_SHOWN)
    counts = {"shown": numbers.decimal(len(first)), "rows": numbers.decimal(len(frame))}
    st.caption(
        words.literal(
            text("data.rows", **counts) if len(first) < len(frame) else text("data.rows.all", rows=counts["rows"])
        )
    )
    st.dataframe(first, hide_index=True, alt=words.title(name))


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


def _about(name: str, answer: Answer) -> str:
    entry, frame, sources = catalog.table(name), answer.frame, answer.entries()
    facts = {
        text("data.file"): f"data/tables/{name}.parquet",
        text("data.row"): entry.says[current()],
        text("data.key"): ", ".join(words.heading(column, with_unit=False) for column in entry.grain),
        text("data.period"): _period(frame),
        text("data.count"): numbers.decimal(len(frame)),
        text("data.vintage"): ", ".join(sorted({source.vintage for source in sources})) or "–",
        text("data.licence"): "; ".join(dict.fromkeys(source.licence for source in sources)) or "–",
        text("data.grade"): ", ".join(sorted({source.grade for source in sources if source.grade})) or "–",
    }
    return blocks.render(
        "table",
        pairs=facts.items(),
        label_of_sources=text("data.sources"),
        label_of_copy=text("data.read_in"),
        sources=[
            {**source.model_dump(), "publisher": words.code("publishers", source.publisher)} for source in sources
        ],
        waits=_waits(name),
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
