"""One figure: its finding, what is plotted, the chart, the source, the rows behind it and their downloads."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

import extracts
from data import catalog
from data.catalog.model import Cited
from queries import Answer
from ui import blocks, filters, state, words
from ui.language import current, text
from ui.numbers import decimal, missing, month

ROWS_IN_VIEW = 12
TABLE_HEIGHT = 420
LARGEST_TABLE = 400
OURS = "This project"


Panel = tuple[dict[str, Any], pd.DataFrame]


def draw(
    key: str,
    finding: str,
    subtitle: str,
    panels: Sequence[Panel],
    answer: Answer,
    columns: Sequence[str] = (),
    pick: tuple[str, str] | None = None,
    legend: Sequence[tuple[str, str, float]] = (),
    beside: Sequence[Answer] = (),
) -> None:
    """Draw a figure of one panel or several under each other: (specification, rows to plot).

    `answer` is what the panels draw: the source line and the downloads follow from it; `columns` are those of the
    table of rows, all by default. `pick` is (column clicked in the first panel, parameter it goes to); `legend` is
    (name, idea, strength 0 to 1) where parts are too thin to be named on the chart; `beside` are answers that are
    drawn too and cited, and are not among the rows.
    """
    blocks.show(blocks.render("finding", finding=finding, subtitle=subtitle), blocks.render("legend", parts=legend))
    if all(plotted.empty for _, plotted in panels):
        st.info(words.literal(text("empty.rows")))
        return
    with st.container(gap=None, key=f"panels-{key}"):
        for place, (chart, plotted) in enumerate(panels):
            _chart(f"{key}:{place}", finding, chart, plotted, pick if place == 0 else None)
    blocks.show(sources(answer, *beside))
    offer(key, finding, answer, columns)


def _chart(key: str, alt: str, chart: dict[str, Any], plotted: pd.DataFrame, pick: tuple[str, str] | None) -> None:
    if pick is None:
        st.vega_lite_chart(plotted, chart, key=f"chart:{key}", alt=alt)
        return
    st.vega_lite_chart(
        plotted,
        chart,
        key=f"chart:{key}",
        alt=alt,
        on_select=_to_address(f"chart:{key}", *pick),
        selection_mode="pick",
    )


def _to_address(key: str, column: str, name: str) -> Callable[[], None]:
    """A click puts the value into the address; a second click on the same takes it out."""

    def clicked() -> None:
        points = st.session_state[key].selection.get("pick", [])
        if points:
            value = str(points[0][column])
            state.write(name, None if state.read(name) == value else value)

    return clicked


def sources(*answers: Answer) -> str:
    """The paragraph that names the sources of what was drawn."""
    return f'<p class="source">{source_line(*(answer.entries() for answer in answers))}</p>'


def source_line(*cited: Sequence[Cited]) -> str:
    """Publishers and vintages of the sources of one answer or several, in one line; full titles stand on hover.

    What this project wrote itself (lists, names) is named only for an answer that has nothing else.
    """
    groups: dict[str, list[Cited]] = {}
    for entries in cited:
        for entry in [entry for entry in entries if entry.publisher != OURS] or entries:
            group = groups.setdefault(entry.publisher, [])
            if entry not in group:
                group.append(entry)
    named = []
    for publisher, group in groups.items():
        vintages = ", ".join(dict.fromkeys(entry.vintage for entry in group))
        named.append(
            {
                "name": f"{words.code('publishers', publisher)} ({vintages})",
                "titles": "; ".join(entry.title for entry in group),
                "url": group[0].url,
            }
        )
    return blocks.render("source_line", label=text("figure.source"), sources=named)


def offer(key: str, title: str, answer: Answer, columns: Sequence[str] = ()) -> None:
    """Rows, CSV and zip as quiet buttons; the rows are drawn only when asked for."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"offer-{key}"):
        show = st.toggle(text("figure.rows", n=decimal(len(answer.frame))), key=f"rows:{key}")
        downloads(key, answer, {"csv": text("figure.csv"), "zip": text("figure.zip")})
        with st.popover(text("figure.cite"), type="tertiary"):
            st.code(_quotation(title, answer), language=None, wrap_lines=True)
    if show:
        table(answer.frame[list(columns) or list(answer.frame.columns)], alt=title)


def downloads(key: str, answer: Answer, labels: dict[str, str]) -> None:
    """A quiet button for each format, in the row that is open; the file is written when it is asked for."""
    for form, label in labels.items():
        st.download_button(
            label,
            data=partial(extracts.write, answer, form, site(), current()),
            file_name=f"{answer.name}.{form}",
            mime=extracts.FORMATS[form].media_type.split(";")[0],
            on_click="ignore",
            key=f"{form}:{key}",
            type="tertiary",
        )


def site() -> str:
    """The address of the site, without a page; empty where it is not known."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _quotation(title: str, answer: Answer) -> str:
    publishers = dict.fromkeys(words.code("publishers", entry.publisher) for entry in answer.entries())
    parts = [f"{text('site.name')}.", text("quoted.text", text=title), text("figure.source")]
    return " ".join([*parts, f"{'; '.join(publishers)}.", filters.address()])


def _cell(column: str, value: Any) -> str:
    kind = catalog.columns()[column].type
    if missing(value):
        return "–"
    if kind == "BOOLEAN":
        return text("yes") if value else text("no")
    if kind == "DATE":
        return month(value) if column.endswith("month") else f"{value:%Y-%m-%d}"
    if kind in ("INTEGER", "DOUBLE"):
        return _number(column, value)
    return words.value_of(column, value)


def _number(column: str, value: float) -> str:
    unit = catalog.columns()[column].unit
    if catalog.columns()[column].type == "INTEGER":
        return str(int(value)) if unit in ("YEAR", "RANK", None) else decimal(value)
    return decimal(value, 4 if unit and unit.endswith(("_USD", "_CAD")) else 2 if unit in ("PCT", "RATIO") else 1)


def table(frame: pd.DataFrame, alt: str, is_long: bool = False) -> None:
    """Rows as a real HTML table that keyboards and screen readers reach; very long ones as a grid.

    More than a dozen rows scroll in a window of their own unless the table may be long.
    """
    if len(frame) > LARGEST_TABLE:
        st.dataframe(frame, hide_index=True, alt=alt)
        return
    written = pd.DataFrame({words.heading(c): [_cell(c, value) for value in frame[c]] for c in frame.columns})
    height: int | Literal["content"] = TABLE_HEIGHT if len(frame) > ROWS_IN_VIEW and not is_long else "content"
    st.table(written, hide_index=True, border="horizontal", height=height, alt=alt)
