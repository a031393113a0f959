"""The page's answer, and the relation at a glance."""

import queries
from ui import numbers, page
from ui.language import text

PRESS_YEAR = 2024


def answer() -> None:
    """The two flows of the year the press speaks of and of the latest whole year."""
    press = queries.ask("trade_balance", **{"from": PRESS_YEAR, "to": PRESS_YEAR}).frame.iloc[0]
    latest = queries.ask("trade_summary").frame.iloc[0]
    page.answer(
        text(
            "overview.answer",
            year=PRESS_YEAR,
            imports=numbers.money(press["imports_cad_m"]),
            exports=numbers.money(press["exports_cad_m"]),
            latest=latest["year"],
            latest_imports=numbers.money(latest["imports_cad_m"]),
            latest_exports=numbers.money(latest["exports_cad_m"]),
        )
    )


def cards() -> None:
    """The relation at a glance, each card a door to its page."""
    page.cards([_gap_card(), _months_card(), _investment_card(), _people_card()])


def _gap_card() -> page.Card:
    press = queries.ask("trade_balance", **{"from": PRESS_YEAR, "to": PRESS_YEAR}).frame.iloc[0]
    return (
        text("overview.card.gap", year=PRESS_YEAR),
        numbers.billions(press["balance_cad_m"]),
        text(
            "overview.card.gap.note",
            imports=numbers.billions(press["imports_cad_m"]),
            exports=numbers.billions(press["exports_cad_m"]),
        ),
        "trade",
        {"to": str(PRESS_YEAR)},
    )


def _months_card() -> page.Card:
    latest = queries.ask("trade_latest_twelve_months").frame.iloc[0]
    return (
        text("overview.card.months"),
        numbers.billions(latest["balance_cad_m"]),
        text(
            "overview.card.months.note",
            months=numbers.months(latest["first_month"], latest["last_month"]),
            imports=_change(latest["imports_change_pct"]),
            exports=_change(latest["exports_change_pct"]),
        ),
        "trade",
        {"view": "months"},
    )


def _change(percent: float) -> str:
    return ("+" if percent > 0 else "") + numbers.percent(percent)


def _investment_card() -> page.Card:
    positions = queries.ask("direct_investment", direction="outward").frame
    official = positions[positions["series"] == "statcan_table"].iloc[-1]
    quoted = positions[positions["series"] == "quoted"]
    note = text("overview.card.investment.plain")
    if len(quoted):
        last = quoted.iloc[-1]
        value = numbers.billions(last["position_cad_m"])
        note = text("overview.card.investment.note", year=last["year"], value=value)
    return (
        text("overview.card.investment", year=official["year"]),
        numbers.billions(official["position_cad_m"]),
        note,
        "investment",
        {"direction": "outward"},
    )


def _people_card() -> page.Card:
    permits = queries.ask("study_permits", measure="stock").frame.iloc[-1]
    claims = queries.ask("asylum_claims", publisher="IRCC").frame.iloc[-1]
    return (
        text("overview.card.people", year=permits["year"]),
        numbers.decimal(permits["permits"]),
        text(
            "overview.card.people.note",
            rank=numbers.ordinal(permits["rank"]),
            year=claims["year"],
            claims=numbers.decimal(claims["claims"]),
        ),
        "people",
        {"view": "study"},
    )
