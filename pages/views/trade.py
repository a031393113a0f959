"""Figures of the trade page."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, page, words
from ui.charts import bars, flows, lines
from ui.filters import Years
from ui.language import current, text

FIRST, LAST = 1962, 2026
RATES = {
    "cad": ["cad_per_usd", "derived_currency"],
    "usd": ["cad_per_usd", "derived_currency"],
    "mxn": ["cad_per_usd", "mxn_per_usd"],
}
MONTHLY_RATES = {"cad": [], "usd": ["cad_per_usd"], "mxn": ["cad_per_usd", "mxn_per_usd"]}
DERIVED = {"cad": ["cad"], "usd": ["usd"], "mxn": ["cad", "usd", "none"]}
TOP = 15
LAST_MONTH = 12
TABLES = {
    "sectors": ["goods_trade_annual", "goods_by_sector"],
    "months": ["goods_trade_annual", "goods_trade_monthly", "mexico_trade_monthly"],
    "partners": ["goods_trade_annual", "goods_trade_monthly"],
    "growth": ["goods_trade_annual"],
    "products": ["goods_trade_annual", "mexico_goods_by_hs", "mexico_tariff_lines"],
}
LENSES = {"oecd": "icio_by_industry", "wiod": "wiod_by_industry", "caliendo_parro": "caliendo_parro_by_sector"}
PRODUCT_SOURCES = {"HS2": "comtrade_mexico_hs2", "HS4": "comtrade_mexico_hs4", "HS8": "se_top_tariff_lines"}
LEVELS = ["HS2", "HS4", "HS8"]


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
    notes = {"cad": text("trade.rate.cad"), "usd": text("trade.rate.usd"), "mxn": text("trade.rate.mxn")}
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


def _year_at_hand(frame: pd.DataFrame, wanted: int) -> int:
    """The wanted year where the rows have it, else the nearest one they have."""
    years = frame["year"].unique()
    return int(min(years, key=lambda year: (abs(int(year) - wanted), -int(year))))


def sectors(wanted: int, is_picked: bool, chosen: list[str]) -> None:
    """Both flows sector by sector under one lens; one sector chosen opens its industries."""
    lens = filters.one(
        "lens", text("trade.lens"), list(LENSES), "oecd", lambda code: words.code("lens", code), buttons=True
    )
    totals = queries.run("trade_totals_by_lens", lens=lens, sectors=chosen)
    year = _year_at_hand(queries.run("trade_totals_by_lens", lens=lens), wanted)
    params = {"first_year": year, "last_year": year, "sectors": chosen, "lens": lens}
    frame = queries.run("trade_by_sector", **params)
    named = words.code("lens", lens)
    missed = is_picked and year != wanted
    badge = text("trade.lens.badge", lens=named, year=year)
    page.badge(text("trade.lens.other", lens=named, wanted=wanted, year=year) if missed else badge)
    if frame.empty:
        st.info(words.literal(text("trade.sectors.none")))
        return
    frame = frame.assign(label=frame[f"sector_name_{current()}"])
    figure.draw(
        key="sectors",
        finding=_sector_finding(frame, year, chosen),
        subtitle=text("trade.sectors.subtitle", basis=_basis(lens)),
        panels=[
            (
                bars.paired(
                    "exports_usd_m",
                    "imports_usd_m",
                    "sector",
                    (words.heading("exports_usd_m"), words.heading("imports_usd_m")),
                    numbers.axis_unit("usd"),
                    len(frame),
                    current(),
                ),
                frame[["sector", "label", "imports_usd_m", "exports_usd_m"]],
            )
        ],
        rows=figure.Rows(
            frame,
            [
                "lens",
                "year",
                "sector",
                "imports_usd_m",
                "exports_usd_m",
                "balance_usd_m",
                "imports_share_pct",
                "exports_share_pct",
                "grade",
            ],
            "trade_by_sector",
            ["goods_by_sector"],
            params,
            [LENSES[lens]],
        ),
        pick=("sector", "sector"),
    )
    if len(frame) == 1:
        _industries(params)
    if chosen != filters.ALL:
        _sector_years(totals, lens, chosen)


def _sector_finding(frame: pd.DataFrame, year: int, chosen: list[str]) -> str:
    """The largest seller of all goods, the largest of those chosen, or both ways of the one chosen."""
    first = frame.iloc[0]
    values = {"year": year, "sector": first["label"], "value": numbers.money(first["imports_usd_m"], "usd")}
    if chosen == filters.ALL:
        return text("trade.sectors.finding", **values)
    if len(frame) == 1:
        return text("trade.sectors.one", back=numbers.money(first["exports_usd_m"], "usd"), **values)
    return text("trade.sectors.chosen", **values)


def _basis(lens: str) -> str:
    basis = {
        "oecd": text("trade.basis.oecd"),
        "wiod": text("trade.basis.wiod"),
        "caliendo_parro": text("trade.basis.caliendo_parro"),
    }
    return basis[lens]


def _industries(params: dict) -> None:
    frame = queries.run("trade_by_industry", **params)
    if len(frame) < 2:
        return
    frame = frame.assign(label=frame[f"industry_name_{current()}"])
    figure.draw(
        key="industries",
        finding=text("trade.industries.finding", sector=words.sector(params["sectors"][0]), year=params["first_year"]),
        subtitle=text("trade.sectors.subtitle", basis=_basis(params["lens"])),
        panels=[
            (
                bars.paired(
                    "exports_usd_m",
                    "imports_usd_m",
                    "industry",
                    (words.heading("exports_usd_m"), words.heading("imports_usd_m")),
                    numbers.axis_unit("usd"),
                    len(frame),
                    current(),
                ),
                frame[["industry", "label", "imports_usd_m", "exports_usd_m"]],
            )
        ],
        rows=figure.Rows(
            frame,
            [
                "lens",
                "year",
                "industry",
                f"industry_name_{current()}",
                "imports_usd_m",
                "exports_usd_m",
                "balance_usd_m",
                "grade",
            ],
            "trade_by_industry",
            ["goods_by_sector"],
            params,
            [LENSES[params["lens"]]],
        ),
    )


def _sector_years(totals: pd.DataFrame, lens: str, chosen: list[str]) -> None:
    if len(totals) < 2:
        return
    span = (int(totals["year"].min()), int(totals["year"].max()))
    figure.draw(
        key="sector-years",
        finding=text(
            "trade.sector_years.finding",
            years=numbers.years(*span),
            sectors=text("filter.sector.all") if chosen == filters.ALL else ", ".join(map(words.sector, chosen)),
        ),
        subtitle=text("trade.sector_years.subtitle", basis=_basis(lens)),
        panels=[
            (
                lines.over_years(
                    (("imports_usd_m", "MEX", text("trade.imports")), ("exports_usd_m", "CAN", text("trade.exports"))),
                    numbers.axis_unit("usd"),
                    True,
                    words.heading("year"),
                    span,
                    current(),
                    tip_unit=f" ({words.unit('imports_usd_m')})",
                ),
                totals[["year", "imports_usd_m", "exports_usd_m"]],
            )
        ],
        rows=figure.Rows(
            totals,
            ["lens", "year", "imports_usd_m", "exports_usd_m", "balance_usd_m", "grade"],
            "trade_totals_by_lens",
            ["goods_by_sector"],
            {"lens": lens, "sectors": chosen},
            [LENSES[lens]],
        ),
    )


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


def products(wanted: int, chosen: list[str]) -> None:
    """The largest products in Mexico's own record of its trade with Canada."""
    flows_of = {"exports": text("trade.products.exports"), "imports": text("trade.products.imports")}
    level = filters.one("level", text("trade.level"), LEVELS, "HS2", lambda c: words.code("hs_level", c), buttons=True)
    flow = filters.one("flow", text("trade.flow"), list(flows_of), "exports", flows_of.__getitem__, buttons=True)
    first = 2008 if level == "HS8" else 2015
    year = min(max(wanted, first), 2020)
    params = {"hs_level": level, "flow": flow, "year": year, "sectors": chosen, "top": TOP}
    frame = queries.run("mexico_products", **params)
    page.badge(text("trade.products.badge", year=year))
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
