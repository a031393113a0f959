"""Further figures of the ledgers page: sectors, causes, the other basis, and what was revised."""

from datetime import date
from html import escape

import streamlit as st

import queries
from ui import figure, filters, numbers, page, settings, words
from ui.charts import bars
from ui.filters import Years
from ui.language import count, current, text

SECTOR_SOURCES = ["icio_by_industry", "comtrade_mexico_hs2"]
ARTICLES = "2025-09-18"
PAYMENTS_PANELS = {"customs_cad_m": "MEX", "payments_cad_m": "other"}


def direction() -> str:
    """Which of the two flows a figure shows."""
    named = {"imports": text("ledgers.flow.imports"), "exports": text("ledgers.flow.exports")}
    return filters.one("flow", text("ledgers.flow"), list(named), "imports", named.__getitem__, buttons=True)


def sectors(years: Years, chosen: list[str]) -> None:
    """One flow by sector: the OECD's reconciled figure beside Mexico's own record, with how sure the ratio is."""
    flow = direction()
    at_hand = queries.run("ledger_sector_years", flow=flow)["year"]
    year = filters.nearest_year(at_hand, years.last)
    params = {"year": year, "flow": flow, "sectors": chosen}
    frame = words.named(queries.run("ledger_sectors", **params), "sector")
    known = frame[frame["sure"] == "high"].sort_values("ratio")
    plotted = frame.assign(label=frame["sector_name"]).fillna({"oecd_usd_m": 0, "mexico_record_usd_m": 0})
    if len(known):
        row = known.iloc[-1]
        finding = text("ledgers.sectors", sector=row["sector_name"], ratio=numbers.decimal(row["ratio"], 1), year=year)
    else:
        finding = text("ledgers.sectors.unsure", year=year)
    page.badge(text("ledgers.sectors.badge"))
    figure.draw(
        key="ledger-sectors",
        finding=finding,
        subtitle=text("ledgers.sectors.subtitle", years=numbers.years(at_hand.min(), at_hand.max())),
        panels=[
            (
                bars.paired(
                    "oecd_usd_m",
                    "mexico_record_usd_m",
                    "sector",
                    (words.heading("oecd_usd_m"), words.heading("mexico_record_usd_m")),
                    numbers.axis_unit("usd"),
                    len(plotted),
                    current(),
                    ideas=("other", "MEX"),
                ),
                plotted[["sector", "label", "oecd_usd_m", "mexico_record_usd_m"]],
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "flow", "sector", "oecd_usd_m", "mexico_record_usd_m", "ratio", "sure"],
            "ledger_sectors",
            ["goods_by_sector", "mexico_goods_by_hs"],
            params,
            SECTOR_SOURCES,
        ),
    )


def causes() -> None:
    """Why the books differ: each cause with its source, and a size only where a source gives one."""
    frame = queries.run("ledger_causes")
    language = current()
    entries = []
    for row in frame.to_dict("records"):
        size = (
            text("ledgers.cause.size", share=numbers.percent(row["cause_size_pct"]), period=row["size_period"])
            if not numbers.missing(row["cause_size_pct"])
            else text("ledgers.cause.unsized")
        )
        link = f'<a href="{escape(row["source_url"])}" target="_blank" rel="noopener">{escape(row["source_title"])}</a>'
        entries.append(
            f"<li><strong>{escape(row[f'name_{language}'])}.</strong> {escape(row[f'says_{language}'])} "
            f'{escape(size)}<br><span class="source">{escape(text("figure.source"))} {link}</span></li>'
        )
    st.html(
        f'<h2 class="finding">{escape(text("ledgers.causes"))}</h2>'
        f'<p class="subtitle">{escape(text("ledgers.causes.subtitle"))}</p><ol class="steps">{"".join(entries)}</ol>'
    )
    columns = [f"name_{language}", f"says_{language}", "cause_size_pct", "size_period", "source_title", "source_url"]
    rows = figure.Rows(frame, ["cause", *columns], "ledger_causes", ["ledger_causes"], {})
    figure.offer("ledger-causes", text("ledgers.causes"), rows)


def payments() -> None:
    """Customs and balance of payments in the same months, in panels that never share an axis."""
    flow = direction()
    frame = queries.run("customs_and_payments")
    frame = frame[frame["flow"] == flow].reset_index(drop=True)
    last = frame.iloc[-1]
    plotted = frame.assign(month_name=[numbers.month(day) for day in frame["month"]])
    figure.draw(
        key="ledger-payments",
        finding=text(
            "ledgers.payments",
            month=numbers.at_start(numbers.month(last["month"])),
            customs=numbers.money(last["customs_cad_m"]),
            payments=numbers.money(last["payments_cad_m"]),
        ),
        subtitle=text("ledgers.payments.subtitle"),
        panels=[
            (
                bars.ranked(column, "row", ",.0f", len(plotted), current()),
                plotted.assign(
                    row=plotted["month_name"],
                    label=[f"{words.heading(column, False)} · {name}" for name in plotted["month_name"]],
                    idea=idea,
                )[["row", "label", "idea", column]],
            )
            for column, idea in PAYMENTS_PANELS.items()
        ],
        rows=figure.Rows(
            frame,
            ["month", "flow", "customs_cad_m", "payments_cad_m", "ratio", "released"],
            "customs_and_payments",
            ["goods_trade_monthly", "bop_trade_monthly"],
            {},
        ),
    )


def published(today: date) -> None:
    """What the publishers said on a day, and what they have revised since."""
    stops = sorted(
        {str(day.date()) for day in queries.run("as_published", date=str(today))["published_on"].dropna()}
        | {ARTICLES, str(today)}
    )
    named = {str(today): text("tariffs.today"), ARTICLES: text("tariffs.articles")}
    day = settings.day("date", text("ledgers.published.on"), text("tariffs.exact"), stops, ARTICLES, named)
    frame = queries.run("as_published", date=day)
    changed = frame[frame["revision"].fillna(0) != 0]
    finding = count("ledgers.revised", len(changed), n=len(changed), day=numbers.day(date.fromisoformat(day)))
    st.html(
        f'<h2 class="finding">{escape(finding)}</h2>'
        f'<p class="subtitle">{escape(text("ledgers.published.subtitle"))}</p>'
    )
    page.points(
        text("ledgers.published.changed"),
        [
            text(
                "ledgers.published.line",
                what=words.code("vintage_series", row["vintage_series"]),
                year=row["year"],
                then=_amount(row["value_then"], row["unit"]),
                since=numbers.day(row["published_on"]),
                now=_amount(row["value_latest"], row["unit"]),
                change=numbers.percent(row["revision_pct"], 1),
            )
            for row in changed.to_dict("records")
        ],
    )
    rows = figure.Rows(
        frame, list(frame.columns), "as_published", ["published_vintages", "study_permits_by_vintage"], {"date": day}
    )
    st.html(f'<p class="source">{figure.source_line(rows.tables)}</p>')
    figure.offer("as-published", finding, rows)
    st.caption(words.literal(text("ledgers.published.single")))


def _amount(value: float, unit: str) -> str:
    return numbers.money(value) if unit == "CAD_M" else numbers.decimal(value)
