"""The page's answer, and one flow of goods in both countries' books."""

from datetime import date

import pandas as pd

import queries
from pages.ledgers import balance
from ui import age, figure, marks, numbers, words
from ui.charts import lines, palette
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

BREAK = 2001.5
SOFT = {"C", "D"}


@remembered
def answer(years: Years, currency: str, today: date) -> str:
    """Who counts what, in the last year both books have, and how old both figures are."""
    rows = _last(years, currency)
    if len(rows) < 2:
        return text("ledgers.answer.none", years=numbers.years(years.first, years.last))
    return _sentence(rows.loc["imports"], rows.loc["exports"], currency, today)


@remembered
def figures(years: Years, currency: str) -> tuple[tuple[str, str, str], ...]:
    """The four figures of that year."""
    rows = _last(years, currency)
    if len(rows) < 2:
        return ()
    bought, sold = rows.loc["imports"], rows.loc["exports"]
    year = int(bought["year"])
    note = text("ledgers.ratio.note", year=year)
    surplus = queries.ask("ledger_balances", **{"from": year, "to": year}).frame.iloc[0]
    return (
        (text("ledgers.ratio.imports"), f"×{numbers.decimal(bought['ratio'], 2)}", note),
        (text("ledgers.ratio.exports"), f"×{numbers.decimal(sold['ratio'], 2)}", note),
        *balance.cards(surplus, currency),
    )


def _last(years: Years, currency: str) -> pd.DataFrame:
    """Both flows in the last year that has one of them in both books."""
    amounts = [f"importer_record_{currency}_m", f"exporter_record_{currency}_m"]
    both = queries.ask("two_ledgers", **years.params).frame.dropna(subset=amounts)
    return both[both["year"] == both["year"].max()].set_index("flow")


def _sentence(bought: pd.Series, sold: pd.Series, currency: str, today: date) -> str:
    """What each wrote down of both flows, and which of the importers counts more than the exporter says it sold."""
    importer, exporter = f"importer_record_{currency}_m", f"exporter_record_{currency}_m"
    year = int(bought["year"])
    return text(
        "ledgers.answer",
        year=year,
        age=age.and_next(queries.ask("two_ledgers", **{"from": year, "to": year}), today),
        canada=numbers.money(bought[importer], currency),
        mexico=numbers.money(bought[exporter], currency),
        canada_sold=numbers.money(sold[exporter], currency),
        mexico_bought=numbers.money(sold[importer], currency),
        more=_who_counts_more(bought["ratio"] > 1, sold["ratio"] > 1),
    )


def _who_counts_more(canada: bool, mexico: bool) -> str:
    """Whether Canada, and whether Mexico, counts more of what it buys than the other says it sold."""
    if canada and mexico:
        return text("ledgers.more.both")
    if canada:
        return text("ledgers.more.canada")
    return text("ledgers.more.mexico") if mexico else text("ledgers.more.none")


@remembered
def flow(years: Years, currency: str, direction: str) -> figure.Figure:
    """One flow as each country wrote it down, in the hue of who sells: the buyer's book solid, the seller's dashed.

    Hollow points are derived or quoted, gaps are years a book lacks.
    """
    answer = queries.ask("two_ledgers", flow=direction, **years.params)
    frame = answer.frame
    bought, sold = f"importer_record_{currency}_m", f"exporter_record_{currency}_m"
    books = text("ledgers.book.canada"), text("ledgers.book.mexico")
    buyer, seller = books if direction == "imports" else books[::-1]
    plotted = frame[["year", bought, sold]].assign(
        bought_soft=frame["importer_grade"].isin(SOFT), sold_soft=frame["exporter_grade"].isin(SOFT)
    )
    hollow = {"bought_soft": bought, "sold_soft": sold}
    soft = tuple(name if (plotted[name] & plotted[column].notna()).any() else "" for name, column in hollow.items())
    idea = palette.seller(direction)
    marked = marks.by_year("trade", years.first, years.last)
    known = frame.dropna(subset=["ratio"])
    last = known.iloc[-1] if len(known) else None
    years_said = numbers.years(years.first, years.last)
    if last is None:
        finding = text("ledgers.answer.none", years=years_said)
    elif direction == "imports":
        finding = text("ledgers.imports", ratio=numbers.decimal(last["ratio"], 2), year=int(last["year"]))
    else:
        finding = text("ledgers.exports", ratio=numbers.decimal(last["ratio"], 2), year=int(last["year"]))
    rules = ((BREAK, text("ledgers.break")),) if direction == "imports" else ()
    return figure.Figure(
        key=f"ledger-{direction}",
        finding=finding,
        subtitle=figure.noted(text("ledgers.subtitle"), balance.derived(currency)),
        panels=[
            (
                lines.over_years(
                    ((bought, idea, buyer), (sold, idea, seller)),
                    numbers.axis_unit(currency),
                    True,
                    words.heading("year"),
                    (years.first, years.last),
                    current(),
                    rules=rules,
                    names_on_top=True,
                    soft=soft,
                    events=marked.marks,
                    dashed=(sold,),
                ),
                plotted,
            )
        ],
        answer=answer,
        columns=[
            "year", "flow", "importer", "exporter", bought, sold, f"gap_{currency}_m", "ratio", "importer_grade",
            "exporter_grade", "exporter_concept",
        ],
        beside=marked.answers,
    )  # fmt: skip
