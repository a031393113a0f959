"""What governments and the press say the position is."""

import pandas as pd
import streamlit as st

import queries
from data import source_words
from data.frames import records
from ui import numbers, words
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered


def draw(years: Years) -> None:
    """What governments and the press say the position is, beside the series and marked."""
    if said := _said(years):
        st.markdown(words.literal(f"**{text('investment.quoted')}**"))
        st.markdown(said)


@remembered
def _said(years: Years) -> str:
    entries = []
    for row in records(_quotes(years)):
        who = row["who"]
        who = f"[{who}]({source_words.address(row['source_url'], current())})" if row["source_url"] else who
        how = words.code("precision", row["precision"])
        quote = text(
            "investment.quote", year=row["year"], value=f"**{numbers.money(row['quoted_value'] * 1000)}**", how=how
        )
        note = row["note"]
        entries.append(words.literal(f"- {quote} — {who}" + (f". {note}." if note else "")))
    return "\n".join(entries)


def press(years: Years) -> pd.DataFrame:
    """What the press says without a source, as a mark beside the bars."""
    frame = _quotes(years)
    frame = frame[frame["precision"] == "about"]
    return pd.DataFrame(
        {
            "year": frame["year"],
            "position_cad_m": frame["quoted_value"] * 1000,
            "style": "mark",
            "series_name": frame["who"],
            "written": [f"≈ {numbers.decimal(value)}" for value in frame["quoted_value"]],
        }
    )


def _quotes(years: Years) -> pd.DataFrame:
    asked = {**years.params, "lang": current()}
    frame = queries.ask("quoted_figures", topic="investment", quantity="outward_position", **asked).frame
    return frame[frame["country"] == "MEX"]
