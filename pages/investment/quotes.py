"""What governments and the press say the position is."""

import pandas as pd
import streamlit as st

import queries
from ui import numbers, words
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """What governments and the press say the position is, beside the series and marked."""
    frame = _quotes(years)
    if frame.empty:
        return
    st.markdown(words.literal(f"**{text('investment.quoted')}**"))
    for row in frame.to_dict("records"):
        who = row[f"who_{current()}"]
        who = f"[{who}]({row['source_url']})" if row["source_url"] else who
        how = words.code("precision", row["precision"])
        quote = text(
            "investment.quote", year=row["year"], value=f"**{numbers.money(row['quoted_value'] * 1000)}**", how=how
        )
        note = row[f"note_{current()}"]
        st.markdown(words.literal(f"- {quote} — {who}" + (f". {note}." if note else "")))


def press(years: Years) -> pd.DataFrame:
    """What the press says without a source, as a mark beside the bars."""
    frame = _quotes(years)
    frame = frame[frame["precision"] == "about"]
    return pd.DataFrame(
        {
            "year": frame["year"],
            "position_cad_m": frame["quoted_value"] * 1000,
            "style": "mark",
            "series_name": frame[f"who_{current()}"],
            "written": [f"≈ {numbers.decimal(value)}" for value in frame["quoted_value"]],
        }
    )


def _quotes(years: Years) -> pd.DataFrame:
    span = years.params
    frame = queries.ask("quoted_figures", topic="investment", quantity="outward_position", **span).frame
    return frame[frame["country"] == "MEX"]
