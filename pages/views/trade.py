"""Figures of the trade page: totals by year, by month, and their growth."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, page, words
from ui.charts import flows, lines
from ui.filters import Years
from ui.language import current, text

RATES = {
    "cad": ["cad_per_usd", "derived_currency"],
    "usd": ["cad_per_usd", "derived_currency"],
    "mxn": ["cad_per_usd", "mxn_per_usd"],
}
MONTHLY_RATES = {"cad": [], "usd": ["cad_per_usd"], "mxn": ["cad_per_usd", "mxn_per_usd"]}
DERIVED = {"cad": ["cad"], "usd": ["usd"], "mxn": ["cad", "usd", "none"]}
LAST_MONTH = 12
TABLES = {
    "sectors": ["goods_trade_annual", "goods_by_sector"],
    "months": ["goods_trade_annual", "goods_trade_monthly", "mexico_trade_monthly"],
    "partners": ["goods_trade_annual", "goods_trade_monthly"],
    "growth": ["goods_trade_annual"],
    "products": ["goods_trade_annual", "mexico_goods_by_hs", "mexico_tariff_lines"],
    "services": ["goods_trade_annual", "services_trade_annual"],
}


def answer(years: Years, currency: str) -> None:
    """The page's sentence and its four figures, for the last year of the span that has both flows."""
    summary = queries.run("trade_summary", first_year=years.first, last_year=years.last, currency=currency)
    if summary.empty or numbers.missing(summary.iloc[0][f"imports_{currency}_m"]):
        page.answer(text("trade.answer.none", years=numbers.years(years.first, years.last)))
        return
    row = summary.iloc[0]
    values = {
        "year": row["year"],
        "imports": numbers.money(row[f"imports_{currency}_m"], currency),
        "exports": numbers.money(row[f"exports_{currency}_m"], currency),
        "first": row["first_year"],
    }
    if numbers.missing(row["gap_growth"]) or row["first_year"] == row["year"]:
        page.answer(text("trade.answer", **values))
    else:
        page.answer(text("trade.answer.growth", times=numbers.times(row["gap_growth"]), **values))
    page.headline(
        [
            (text("trade.imports"), numbers.billions(row[f"imports_{currency}_m"], currency), _since(row, "imports")),
            (text("trade.exports"), numbers.billions(row[f"exports_{currency}_m"], currency), _since(row, "exports")),
            (
                text("trade.balance"),
                numbers.billions(row[f"balance_{currency}_m"], currency),
                text("trade.balance.note", year=row["year"], ratio=numbers.decimal(row["imports_to_exports"], 1)),
            ),
            (
                text("trade.two_way"),
                numbers.billions(row[f"two_way_{currency}_m"], currency),
                text("trade.two_way.note", year=row["year"]),
            ),
        ]
    )


def _since(row: pd.Series, flow: str) -> str:
    growth = row[f"{flow}_growth"]
    if numbers.missing(growth) or row["first_year"] == row["year"]:
        return str(row["year"])
    return text("trade.since", year=row["year"], times=numbers.times(growth), first=row["first_year"])


def _rate_note(currency: str, frame: pd.DataFrame) -> str:
    """What was converted in the rows shown, and at which rate; empty where nothing was."""
    converted = frame["derived_currency"].isin(DERIVED[currency]) & frame[f"two_way_{currency}_m"].notna()
    if not converted.any():
        return ""
    years = frame.loc[converted, "year"]
    notes = {
        "cad": text("trade.rate.cad", year=years.max()),
        "usd": text("trade.rate.usd", year=years.min()),
        "mxn": text("trade.rate.mxn"),
    }
    return f" {notes[currency]}"


def balance(years: Years, currency: str, year: int | None) -> None:
    """Imports above, exports below, year by year; a click on a year sets it for the rest of the page."""
    params = {"first_year": years.first, "last_year": years.last}
    frame = words.named(queries.run("trade_balance", **params), "grade")
    if frame.empty:
        st.info(words.literal(text("empty.rows")))
        return
    frame = frame.assign(why_missing=[_why_missing(no_split) for no_split in frame["imports_usd_m"].isna()])
    above, below = f"imports_{currency}_m", f"exports_{currency}_m"
    unit = numbers.axis_unit(currency)
    headings = (words.heading("year"), words.heading(above), words.heading(below))
    columns = ["year", above, below, f"balance_{currency}_m", f"two_way_{currency}_m", *RATES[currency]]
    figure.draw(
        key="balance",
        finding=text("trade.balance.finding", years=numbers.years(frame["year"].min(), frame["year"].max())),
        subtitle=text("trade.balance.subtitle", unit=numbers.at_start(unit)) + _rate_note(currency, frame),
        panels=[
            (
                flows.by_year(above, below, unit, headings, year, current()),
                frame[["year", above, below, "grade_name", "why_missing"]],
            )
        ],
        rows=figure.Rows(
            frame,
            [*columns, "grade", "publisher"],
            "trade_balance",
            ["goods_trade_annual", "goods_two_way", "exchange_rates_annual"],
            params,
        ),
        pick=("year", "year"),
    )


def _why_missing(has_no_split: bool) -> str:
    return text("trade.gap") if has_no_split else text("trade.gap.rate")


def months(years: Years, currency: str) -> None:
    """Imports and exports month by month, from one country's book at a time."""
    book = filters.one("book", text("trade.book"), ["CAN", "MEX"], "CAN", words.country, buttons=True)
    params = {"first_year": years.first, "last_year": years.last}
    if book == "CAN":
        frame = queries.run("trade_monthly", partner="MEX", **params)
        above, below, query = f"imports_{currency}_m", f"exports_{currency}_m", "trade_monthly"
        tables = ["goods_trade_monthly", *(["exchange_rates_monthly"] if currency != "cad" else [])]
        columns = ["month", above, below, f"balance_{currency}_m", *MONTHLY_RATES[currency]]
        subtitle = text("trade.months.subtitle", unit=numbers.at_start(numbers.axis_unit(currency)))
        if len(frame) and frame["month"].iloc[-1].month < LAST_MONTH:
            subtitle += " " + text("trade.months.partial")
    else:
        frame = queries.run("mexico_trade_monthly", partner="CAN", **params)
        above, below, query, tables = "exports_usd_m", "imports_usd_m", "mexico_trade_monthly", ["mexico_trade_monthly"]
        columns = ["month", "reporter", "partner", below, above, "balance_usd_m"]
        subtitle = text("trade.months.subtitle.mexico")
        currency = "usd"
    if frame.empty:
        st.info(words.literal(text("trade.months.none", country=words.country(book))))
        return
    frame = frame.assign(month_name=[numbers.month(value) for value in frame["month"]])
    headings = (words.heading("month"), words.heading(above), words.heading(below))
    figure.draw(
        key="months",
        finding=text(
            "trade.months.finding",
            months=numbers.months(frame["month"].iloc[0], frame["month"].iloc[-1]),
            country=words.country(book),
        ),
        subtitle=subtitle,
        panels=[
            (
                flows.by_month(above, below, numbers.axis_unit(currency), headings, current()),
                frame[["month", "month_name", above, below]],
            )
        ],
        rows=figure.Rows(frame, columns, query, tables, params),
    )


def growth(years: Years) -> None:
    """Both flows as an index of a base year the reader chooses."""
    at_hand = queries.run("trade_growth", first_year=years.first, last_year=years.last)
    options = [str(year) for year in at_hand.loc[at_hand["imports_cad_m"].notna(), "year"]]
    if len(options) < 2:
        st.info(words.literal(text("trade.growth.none")))
        return
    default = "2010" if "2010" in options else options[0]
    base = filters.one("base", text("trade.base"), options, default, str)
    params = {"base_year": int(base), "first_year": years.first, "last_year": years.last}
    frame = queries.run("trade_growth", **params)
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
        rows=figure.Rows(
            frame,
            ["year", "imports_index", "exports_index", "imports_cad_m", "exports_cad_m", "grade"],
            "trade_growth",
            ["goods_trade_annual"],
            params,
        ),
    )


def _with_gaps(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with an empty row for every year that is missing, so that a line breaks there."""
    every_year = range(int(frame["year"].min()), int(frame["year"].max()) + 1)
    return frame.set_index("year").reindex(every_year).rename_axis("year").reset_index()
