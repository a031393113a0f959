"""The rows behind a figure: as a table when somebody asks for them, as files."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import pandas as pd
import streamlit as st

from data import catalog
from queries import Answer
from ui import aside, take, words
from ui.language import text
from ui.numbers import decimal, digits_of_small, missing, month

ROWS_IN_VIEW = 12
TABLE_HEIGHT = 420
LARGEST_TABLE = 400
# What cannot be cut is written without decimals, whatever the type of its column.
WHOLE = ("PERSONS", "VISAS", "APPLICATIONS", "DECISIONS", "CLAIMS", "VEHICLES", "TRIPS", "COUNT")


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows behind a figure: what they are called, and written like when somebody asks for them.

    `frame_high` is how high a frame for the figure should be, 0 for what is no chart.
    """

    key: str
    title: str
    answer: Answer
    columns: Sequence[str]
    frame_high: int = 0
    label: str = field(init=False)

    def __post_init__(self) -> None:
        """Make what is sent though nobody has asked for the rows."""
        object.__setattr__(self, "label", text("figure.rows", n=decimal(len(self.answer.frame))))
        object.__setattr__(self, "answer", self.answer.without_frame())

    @cached_property
    def cells(self) -> pd.DataFrame:
        """The rows as they are written, made when they are first asked for."""
        return _cells(self.answer.frame[list(self.columns) or list(self.answer.frame.columns)])

    def bytes(self) -> int:
        """Bytes that the rows take, and the cells that may be made of them."""
        return 2 * len(self.answer.rows)


def offer(key: str, title: str, answer: Answer, columns: Sequence[str] = ()) -> None:
    """The rows of what is no chart, drawn only when asked for, and what a reader takes along."""
    show_rows(Rows(key, title, answer, tuple(columns)))


def show_rows(rows: Rows) -> None:
    """A switch that shows the rows, drawn only when asked for, and what a reader takes along."""
    if aside.taken():
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"offer-{rows.key}"):
        show = st.toggle(rows.label, key=f"rows:{rows.key}")
        take.show(rows.key, rows.title, rows.answer, rows.frame_high)
    if show and len(rows.answer.frame) > LARGEST_TABLE:
        st.dataframe(
            rows.answer.frame[list(rows.columns) or list(rows.answer.frame.columns)], hide_index=True, alt=rows.title
        )
    elif show:
        _table(rows.cells, rows.title)


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
    digits = 4 if unit and unit.endswith(("_USD", "_CAD")) else 2 if unit in ("PCT", "RATIO") else 1
    if unit in WHOLE:
        digits = 0
    if unit in words.MONEY_UNITS and not round(value, digits):
        digits = digits_of_small(value)
    return decimal(value, digits)


def table(frame: pd.DataFrame, alt: str, is_long: bool = False) -> None:
    """Rows as a real HTML table that keyboards and screen readers reach; very long ones as a grid.

    More than a dozen rows scroll in a window of their own unless the table may be long.
    """
    if len(frame) > LARGEST_TABLE:
        st.dataframe(frame, hide_index=True, alt=alt)
    else:
        _table(_cells(frame), alt, is_long)


def _cells(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({words.heading(c): [_cell(c, value) for value in frame[c]] for c in frame.columns})


def _table(written: pd.DataFrame, alt: str, is_long: bool = False) -> None:
    height: int | Literal["content"] = TABLE_HEIGHT if len(written) > ROWS_IN_VIEW and not is_long else "content"
    st.table(written, hide_index=True, border="horizontal", height=height, alt=alt)
