"""Both flows as an index of a base year."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def draw(years: Years) -> None:
    """Both flows as an index of a base year the reader chooses."""
    answer = queries.ask("trade_growth", **years.params)
    candidates = answer.frame
    options = [str(year) for year in candidates.loc[candidates["imports_cad_m"].notna(), "year"]]
    if len(options) < 2:
        st.info(words.literal(text("trade.growth.none")))
        return
    default = "2010" if "2010" in options else options[0]
    base = filters.one("base", text("trade.base"), options, default, str)
    params = {"base": int(base), **years.params}
    frame = queries.ask("trade_growth", **params).frame
    last = frame.iloc[-1]
    figure.draw(
        key="growth",
        finding=text(
            "trade.growth.finding",
            base=base,
            year=last["year"],
            imports=numbers.decimal(last["imports_index"]),
            exports=numbers.decimal(last["exports_index"]),
        ),
        subtitle=text("trade.growth.subtitle", base=base),
        panels=[
            (
                lines.over_years(
                    (("imports_index", "MEX", text("trade.imports")), ("exports_index", "CAN", text("trade.exports"))),
                    text("trade.growth.unit", base=base),
                    False,
                    words.heading("year"),
                    (years.first, years.last),
                    current(),
                ),
                _with_gaps(frame[["year", "imports_index", "exports_index"]]),
            )
        ],
        answer=answer,
        columns=["year", "imports_index", "exports_index", "imports_cad_m", "exports_cad_m", "grade"],
    )


def _with_gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with an empty row for every year that is missing, so that a line breaks there."""
    every_year = range(int(frame["year"].min()), int(frame["year"].max()) + 1)
    return frame.set_index("year").reindex(every_year).rename_axis("year").reset_index()
