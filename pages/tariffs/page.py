"""What does Washington charge on goods from Canada and Mexico?"""

import streamlit as st

from data import clock
from pages.tariffs import (
    band,
    choices,
    collected,
    coverage,
    exposure,
    increase,
    measures,
    moments,
    over_time,
    product,
    ranking,
    remarks,
    sectors,
    surtaxes,
)
from pages.tariffs.choices import Choices
from ui import feeds, figure, filters, page
from ui.language import text
from ui.site import Page, View


def show() -> None:
    """The page from its question to its notes: the first picture stands before the filters."""
    page.question("tariffs")
    first = st.container()
    with filters.bar(events=True):
        chosen = choices.choose(clock.today())
    with first:
        _first_screen(chosen)
    page.headline([*ranking.bills(chosen), *coverage.shares(chosen)])
    remarks.show(remarks.with_remedies(chosen))
    _ranking(chosen)
    page.see_also([("claims", {"topic": "tariffs"}, text("see.claims")), ("trade", {}, text("see.trade"))])
    page.links([feeds.link("rates")])
    view = page.draw_view("tariffs", chosen)
    page.how_to_read([*view.tables, "tariff_history", "tariff_measures", "tariff_rules", "published_tariff_rates"])


def _first_screen(chosen: Choices) -> None:
    page.answer(moments.answer(chosen) + product.answer(chosen))
    if not chosen.scenario.is_law():
        page.badge(text("tariffs.if.badge"))
    if picture := moments.picture(chosen):
        figure.draw(picture)
    remarks.show(*remarks.of_the_day(chosen))


def _ranking(chosen: Choices) -> None:
    if not figure.draw(ranking.ranking(chosen)):
        return
    remarks.show(*remarks.under_the_ranking(chosen))
    if filters.switch("programmes", text("tariffs.programmes")) and (behind := ranking.programmes(chosen)):
        figure.draw(behind)


PAGE = Page(
    place=4,
    show=show,
    elements=("ArrowVegaLiteChart", "Slider", "TextInput", "Checkbox"),
    below=("Selectbox", "ButtonGroup"),
    views={
        "time": View(over_time.draw),
        "sectors": View(sectors.draw),
        "exposure": View(exposure.draw, ["economies", "mexico_exports"]),
        "coverage": View(coverage.draw),
        "collected": View(collected.draw, ["collected_rates", "us_duties_collected"]),
        "measures": View(measures.draw),
        "product": View(product.draw, ["trade_remedy_rates", "trade_remedy_orders"]),
        "surtaxes": View(surtaxes.draw, ["canada_surtaxes", "canada_surtax_lists"]),
        "increase": View(increase.draw, ["mexico_increase", "mexico_goods_by_hs", "mexico_tariff_lines"]),
        "band": View(band.draw),
    },
)
