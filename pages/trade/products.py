"""The products that cross most."""

import pandas as pd

import queries
from pages.trade.partners import TOP
from ui import figure, filters, numbers, page, titles, words
from ui.charts import bars
from ui.language import current, text
from ui.remember import remembered

PRODUCT_SOURCES = {"HS2": "comtrade_mexico_hs2", "HS4": "comtrade_mexico_hs4", "HS8": "se_top_tariff_lines"}
LEVELS = ["HS2", "HS4", "HS8"]
FLOWS = ["exports", "imports"]
INCOMPLETE = 2021


def draw(wanted: int, chosen: list[str]) -> None:
    """The largest products in Mexico's own record of its trade with Canada."""
    flows_of = {code: text(f"trade.products.{code}") for code in FLOWS}
    level = filters.one("level", text("trade.level"), LEVELS, "HS2", lambda c: words.code("hs_level", c), buttons=True)
    flow = filters.one("flow", text("trade.flow"), list(flows_of), "exports", flows_of.__getitem__, buttons=True)
    years = set(queries.ask("mexico_product_years", level=level, flow=flow).frame["year"])
    year = filters.nearest_year(years, wanted)
    badge = text("trade.products.badge", year=year)
    page.badge(badge if INCOMPLETE in years else text("trade.products.incomplete", badge=badge))
    figure.draw(largest(level, flow, year, tuple(chosen)))


@remembered
def largest(level: str, flow: str, year: int, chosen: tuple[str, ...]) -> figure.Figure | str:
    """The largest products of a flow in a year."""
    params = {"level": level, "flow": flow, "year": year, "sector": list(chosen), "top": TOP, "lang": current()}
    answer = queries.ask("mexico_products", **params)
    frame = answer.frame
    if frame.empty:
        return text("empty.rows")
    label = [f"{code} · {words_}" for code, words_ in zip(frame["hs_code"], frame["product_name"], strict=True)]
    frame = frame.assign(label=label, idea="MEX" if flow == "exports" else "CAN")
    return figure.Figure(
        key="products",
        finding=_finding(frame.iloc[0], flow, year),
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
            "product_name",
            "value_usd_m",
            "share_pct",
            "grade",
        ],
    )


def _finding(top: pd.Series, flow: str, year: int) -> str:
    """The largest product and its share of the whole flow."""
    product, values = titles.brief(top["product_name"]), {"year": year, "share": numbers.percent(top["share_pct"])}
    if flow == "exports":
        named = text("trade.products.sold", product=product, **values)
        return titles.fitting(named, text("trade.products.one.sold", **values))
    named = text("trade.products.bought", product=product, **values)
    return titles.fitting(named, text("trade.products.one.bought", **values))
