"""How lopsided is goods trade between Canada and Mexico?"""

import streamlit as st

from data import clock
from pages.trade import choices, food, measures, months, partners, products, sector_totals, sectors, services, totals
from pages.trade.choices import are_all_goods
from ui import figure, filters, page, words
from ui.language import text
from ui.measures import CONSTANT, CURRENT
from ui.site import Page, View


def show() -> None:
    """The page from its question to its notes."""
    page.question("trade")
    answer = st.container()
    before = st.container()
    with filters.bar(events=True):
        chosen = choices.choose()
    of_sectors = chosen.sectors != choices.EVERY
    with answer:
        if of_sectors:
            page.answer(sector_totals.answer(chosen.years, chosen.sectors, chosen.lens, clock.today()))
        else:
            page.answer(totals.answer(chosen.years, chosen.currency, clock.today()))
    with before if filters.on_a_phone() else st.container():
        _first_picture(chosen)
    if of_sectors:
        page.headline(sector_totals.figures(chosen.years, chosen.sectors, chosen.lens))
    else:
        page.headline(totals.figures(chosen.years, chosen.currency))
    page.see_also(
        [
            ("ledgers", {"from": str(chosen.years.first), "to": str(chosen.years.last)}, text("see.ledgers")),
            ("claims", {"topic": "trade"}, text("see.claims")),
            ("tariffs", {"view": "sectors"}, text("see.tariffs")),
        ]
    )
    if of_sectors:
        said = [text("trade.sector.all_goods")]
        said += [text("trade.sector.no_constant")] if chosen.lens != choices.IN_CAD else []
        st.caption(words.literal(" ".join(said)))
    elif chosen.measure.code in (CURRENT, CONSTANT):
        page.hint(text("trade.click"))
    filters.year_field("trade", text("trade.year"), text("trade.year.last"))
    view = page.draw_view("trade", chosen)
    first = "goods_by_sector" if of_sectors else "goods_trade_annual"
    page.how_to_read(list(dict.fromkeys([first, *view.tables])))


def _first_picture(chosen: choices.Choices) -> None:
    of_sectors, is_current = chosen.sectors != choices.EVERY, chosen.measure.code == CURRENT
    if is_current and of_sectors:
        sector_totals.balance(chosen)
    elif is_current:
        figure.draw(totals.balance(chosen.years, chosen.currency, chosen.year))
    else:
        series = sector_totals.series(chosen.sectors, chosen.lens) if of_sectors else measures.goods()
        measures.draw(series, chosen.years, chosen.measure, chosen.year)


def has_services() -> bool:
    """Services are of no sector of goods, and there only where the table has rows."""
    return are_all_goods() and services.has_rows()


PAGE = Page(
    place=2,
    show=show,
    elements=("ArrowVegaLiteChart", "Slider", "Multiselect", "Selectbox", "ButtonGroup", "Checkbox"),
    views={
        "sectors": View(
            sectors.draw,
            ["goods_by_sector"],
        ),
        "food": View(lambda chosen: food.draw(chosen.years, chosen.measure), ["farm_food_trade_annual"]),
        "months": View(
            lambda chosen: months.draw(chosen.years, chosen.currency, chosen.measure),
            ["goods_with_mexico_monthly", "mexico_trade_monthly"],
            are_all_goods,
        ),
        "partners": View(
            lambda chosen: partners.draw(chosen.years, chosen.measure), ["goods_trade_monthly"], are_all_goods
        ),
        "products": View(
            lambda chosen: products.draw(chosen.shown_year(), list(chosen.sectors)),
            ["mexico_goods_by_hs", "mexico_tariff_lines"],
        ),
        "services": View(
            lambda chosen: services.draw(chosen.years, chosen.measure), ["services_trade_annual"], has_services
        ),
    },
)
