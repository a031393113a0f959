"""The products that cross most."""

import streamlit as st

import queries
from pages.trade.partners import TOP
from ui import figure, filters, numbers, page, words
from ui.charts import bars
from ui.language import current, text

PRODUCT_SOURCES = {"HS2": "comtrade_mexico_hs2", "HS4": "comtrade_mexico_hs4", "HS8": "se_top_tariff_lines"}
LEVELS = ["HS2", "HS4", "HS8"]
INCOMPLETE = 2021


def draw(wanted: int, chosen: list[str]) -> None:
    """The largest products in Mexico's own record of its trade with Canada."""
    flows_of = {"exports": text("trade.products.exports"), "imports": text("trade.products.imports")}
    level = filters.one("level", text("trade.level"), LEVELS, "HS2", lambda c: words.code("hs_level", c), buttons=True)
    flow = filters.one("flow", text("trade.flow"), list(flows_of), "exports", flows_of.__getitem__, buttons=True)
    years = set(queries.ask("mexico_product_years", level=level, flow=flow).frame["year"])
    year = filters.nearest_year(years, wanted)
    params = {"level": level, "flow": flow, "year": year, "sector": chosen, "top": TOP}
    answer = queries.ask("mexico_products", **params)
    frame = answer.frame
    badge = text("trade.products.badge", year=year)
    page.badge(badge if INCOMPLETE in years else text("trade.products.incomplete", badge=badge))
    if frame.empty:
        st.info(words.literal(text("empty.rows")))
        return
    name = f"product_name_{current()}"
    label = [f"{code} · {words_}" for code, words_ in zip(frame["hs_code"], frame[name], strict=True)]
    frame = frame.assign(label=label, idea="MEX" if flow == "exports" else "CAN")
    top = frame.iloc[0]
    figure.draw(
        key="products",
        finding=text(
            "trade.products.finding",
            flow=flows_of[flow],
            year=year,
            product=top["label"],
            share=numbers.percent(top["share_pct"]),
        ),
        subtitle=text("trade.products.subtitle"),
        panels=[
            (
                bars.ranked("value_usd_m", "hs_code", ",.0f", len(frame), current()),
                frame[["hs_code", "label", "idea", "value_usd_m"]],
            )
        ],
        answer=answer,
        columns=[
            "hs_level",
            "year",
            "reporter",
            "flow",
            "hs_code",
            "sector",
            name,
            "value_usd_m",
            "share_pct",
            "grade",
        ],
    )
