"""Ranked figures of the trade page: partners and products."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, page, words
from ui.charts import bars
from ui.language import current, text

TOP = 15
PRODUCT_SOURCES = {"HS2": "comtrade_mexico_hs2", "HS4": "comtrade_mexico_hs4", "HS8": "se_top_tariff_lines"}
LEVELS = ["HS2", "HS4", "HS8"]
INCOMPLETE = 2021


def partners() -> None:
    """Canada's largest partners in a period, Mexico picked out."""
    periods = queries.run("trade_periods").set_index("year")
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
        "by": kind,
        "top": TOP,
    }
    frame = words.named(queries.run("partner_rank", **params), "partner")
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
        rows=figure.Rows(
            frame,
            [
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
            "partner_rank",
            ["goods_trade_monthly"],
            params,
        ),
    )


def _ideas(codes: pd.Series) -> list[str]:
    return ["MEX" if code == "MEX" else "other" for code in codes]


def products(wanted: int, chosen: list[str]) -> None:
    """The largest products in Mexico's own record of its trade with Canada."""
    flows_of = {"exports": text("trade.products.exports"), "imports": text("trade.products.imports")}
    level = filters.one("level", text("trade.level"), LEVELS, "HS2", lambda c: words.code("hs_level", c), buttons=True)
    flow = filters.one("flow", text("trade.flow"), list(flows_of), "exports", flows_of.__getitem__, buttons=True)
    years = set(queries.run("mexico_product_years", hs_level=level, flow=flow)["year"])
    year = filters.nearest_year(years, wanted)
    params = {"hs_level": level, "flow": flow, "year": year, "sectors": chosen, "top": TOP}
    frame = queries.run("mexico_products", **params)
    badge = text("trade.products.badge", year=year)
    page.badge(badge if INCOMPLETE in years else text("trade.products.incomplete", badge=badge))
    if frame.empty:
        st.info(words.literal(text("empty.rows")))
        return
    name = f"product_name_{current()}"
    label = [f"{code} · {words_}" for code, words_ in zip(frame["hs_code"], frame[name], strict=True)]
    frame = frame.assign(label=label, idea="MEX" if flow == "exports" else "CAN")
    top = frame.iloc[0]
    source = PRODUCT_SOURCES[level]
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
        rows=figure.Rows(
            frame,
            ["hs_level", "year", "reporter", "flow", "hs_code", "sector", name, "value_usd_m", "share_pct", "grade"],
            "mexico_products",
            ["mexico_tariff_lines" if level == "HS8" else "mexico_goods_by_hs"],
            params,
            [source],
        ),
    )
