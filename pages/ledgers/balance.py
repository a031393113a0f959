"""The balance as each of the two countries counts it."""

import pandas as pd

import queries
from ui import figure, marks, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered


def draw(years: Years, currency: str) -> None:
    """Mexico's surplus by year."""
    none = text("ledgers.answer.none", years=numbers.years(years.first, years.last))
    figure.draw(surplus(years, currency) or none)


@remembered
def surplus(years: Years, currency: str) -> figure.Figure | None:
    """Mexico's surplus in Canada's book, in Mexico's (dashed), and with each flow taken from its importer (grey)."""
    answer = queries.ask("ledger_balances", **years.params)
    canada, mexico, importers = (f"surplus_{book}_{currency}_m" for book in ("canada_book", "mexico_book", "importers"))
    known = answer.frame.dropna(subset=[canada, mexico])
    if known.empty:
        return None
    marked = marks.by_year("trade", years.first, years.last)
    return figure.Figure(
        key="ledger-balances",
        finding=_finding(known.iloc[-1], canada, mexico, currency),
        subtitle=figure.noted(text("ledgers.balances.subtitle"), derived(currency)),
        panels=[
            (
                lines.over_years(
                    (
                        (canada, "ink", text("ledgers.book.canada")),
                        (mexico, "ink", text("ledgers.book.mexico")),
                        (importers, "other", text("ledgers.book.importers")),
                    ),
                    numbers.axis_unit(currency),
                    True,
                    words.heading("year"),
                    (years.first, years.last),
                    current(),
                    names_on_top=True,
                    events=marked.marks,
                    dashed=(mexico,),
                ),
                answer.frame[["year", canada, mexico, importers]],
            )
        ],
        answer=answer,
        columns=["year", canada, mexico, importers],
        beside=marked.answers,
    )


def derived(currency: str) -> str:
    """What is said under a figure whose amounts are converted; nothing under one in US$."""
    return "" if currency == "usd" else text("ledgers.derived")


def _finding(row: pd.Series, canada: str, mexico: str, currency: str) -> str:
    """Mexico's surplus, or its deficit, in both books; each named where the books do not agree on the sign."""
    year, first, second = int(row["year"]), row[canada], row[mexico]
    amounts = {"canada": numbers.drawn(abs(first), currency), "mexico": numbers.drawn(abs(second), currency)}
    if first >= 0 and second >= 0:
        return text("ledgers.balances.surplus", year=year, **amounts)
    if first < 0 and second < 0:
        return text("ledgers.balances.deficit", year=year, **amounts)
    named = {book: _sided(surplus, amounts[book]) for book, surplus in (("canada", first), ("mexico", second))}
    return text("ledgers.balances.mixed", year=year, **named)


def _sided(surplus: float, amount: str) -> str:
    return text("ledgers.surplus", amount=amount) if surplus >= 0 else text("ledgers.deficit", amount=amount)


def cards(row: pd.Series, currency: str) -> list[tuple[str, str, str]]:
    """Mexico's surplus or deficit in each of the two books, as headline figures."""
    note = text("ledgers.surplus.note", year=int(row["year"]))
    canada, mexico = row[f"surplus_canada_book_{currency}_m"], row[f"surplus_mexico_book_{currency}_m"]
    return [
        (
            text("ledgers.surplus.canada") if canada >= 0 else text("ledgers.deficit.canada"),
            numbers.billions(abs(canada), currency),
            note,
        ),
        (
            text("ledgers.surplus.mexico") if mexico >= 0 else text("ledgers.deficit.mexico"),
            numbers.billions(abs(mexico), currency),
            note,
        ),
    ]
