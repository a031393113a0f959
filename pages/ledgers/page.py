"""Who counts what: one flow of goods in two countries' books."""

import streamlit as st

from data import clock
from pages.ledgers import balance, causes, choices, flows, measured, payments, published, quoted, sectors
from ui import figure, filters, page
from ui.measures import CURRENT
from ui.site import Page, View


def show() -> None:
    """The page from its question to its notes."""
    page.question("ledgers")
    answer = st.container()
    with filters.bar(events=True):
        chosen = choices.choose()
    with answer:
        page.answer(flows.answer(chosen.years, chosen.currency, clock.today()))
    for direction in ("imports", "exports"):
        if chosen.measure.code == CURRENT:
            figure.draw(flows.flow(chosen.years, chosen.currency, direction))
        else:
            measured.draw(chosen.years, direction, chosen.measure)
    page.headline(flows.figures(chosen.years, chosen.currency))
    view = page.draw_view("ledgers", chosen)
    page.how_to_read([*view.tables, "goods_trade_annual", "bop_trade_monthly", "published_vintages"])


PAGE = Page(
    place=3,
    show=show,
    elements=("ArrowVegaLiteChart", "Slider", "Multiselect", "Selectbox", "ButtonGroup", "Checkbox"),
    views={
        "balance": View(lambda chosen: balance.draw(chosen.years, chosen.currency)),
        "sectors": View(lambda chosen: sectors.draw(chosen.years, chosen.sectors, chosen.currency)),
        "causes": View(lambda _: causes.draw()),
        "payments": View(lambda chosen: payments.draw(chosen.currency)),
        "quoted": View(lambda chosen: quoted.draw(chosen.years), ["mexico_side_quoted"]),
        "published": View(lambda _: published.draw()),
    },
)
