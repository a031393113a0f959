"""Canada's largest partners in a period."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, words
from ui.charts import bars
from ui.language import current, text

TOP = 15


def draw() -> None:
    """Canada's largest partners in a period, Mexico picked out."""
    periods = queries.ask("trade_periods").frame.set_index("year")
    spans = {str(year): numbers.months(row["first_month"], row["last_month"]) for year, row in periods.iterrows()}
    names = {code: code if not periods.loc[int(code), "is_partial"] else span for code, span in spans.items()}
    whole = [code for code in names if not periods.loc[int(code), "is_partial"]]
    with st.container(horizontal=True, gap="medium"):
        period = filters.one("period", text("trade.period"), list(names), whole[-1], names.__getitem__, buttons=True)
        kinds = {
            "two_way": text("trade.rank.two_way"),
            "imports": text("trade.rank.imports"),
            "exports": text("trade.rank.exports"),
        }
        kind = filters.one("rank", text("trade.rank"), list(kinds), "two_way", kinds.__getitem__, buttons=True)
    chosen = periods.loc[int(period)]
    params = {
        "first_month": f"{chosen['first_month']:%Y-%m}",
        "last_month": f"{chosen['last_month']:%Y-%m}",
        "rank": kind,
        "top": TOP,
    }
    answer = queries.ask("partner_rank", **params)
    frame = words.named(answer.frame, "partner")
    mexico = frame.set_index("partner").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame[f"{kind}_rank"], frame["partner_name"], strict=True)]
    frame = frame.assign(idea=_ideas(frame["partner"]), label=label)
    figure.draw(
        key="partners",
        finding=text(
            "trade.partners.finding",
            period=names[period],
            two_way=numbers.ordinal(mexico["two_way_rank"]),
            imports=numbers.ordinal(mexico["imports_rank"]),
            exports=numbers.ordinal(mexico["exports_rank"]),
        ),
        subtitle=text("trade.partners.subtitle", kind=kinds[kind], period=names[period]),
        panels=[
            (
                bars.ranked(f"{kind}_cad_m", "partner", ",.1f", len(frame), current(), 1000),
                frame[["partner", "label", "idea", f"{kind}_cad_m"]],
            )
        ],
        answer=answer,
        columns=[
            "partner",
            "imports_cad_m",
            "exports_cad_m",
            "balance_cad_m",
            "two_way_cad_m",
            "two_way_share_pct",
            "two_way_rank",
            "imports_rank",
            "exports_rank",
        ],
    )


def _ideas(codes: pd.Series) -> list[str]:
    return ["MEX" if code == "MEX" else "other" for code in codes]
