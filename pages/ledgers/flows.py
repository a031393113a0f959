"""The page's answer, and one flow of goods in both countries' books."""

import pandas as pd

import queries
from ui import figure, numbers, page, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text

BREAK = 2001.5
SOFT = {"C", "D"}


def answer(years: Years) -> None:
    """Who counts what, in the last year both books have, and the four figures."""
    frame = queries.ask("two_ledgers", **years.params).frame
    both = frame.dropna(subset=["ratio"])
    if both.empty:
        page.answer(text("ledgers.answer.none", years=numbers.years(years.first, years.last)))
        return
    year = int(both["year"].max())
    rows = both[both["year"] == year].set_index("flow")
    if len(rows) < 2:
        page.answer(text("ledgers.answer.none", years=numbers.years(years.first, years.last)))
        return
    bought, sold = rows.loc["imports"], rows.loc["exports"]
    page.answer(
        text(
            "ledgers.answer",
            year=year,
            canada=numbers.money(bought["importer_record_usd_m"], "usd"),
            mexico=numbers.money(bought["exporter_record_usd_m"], "usd"),
            canada_sold=numbers.money(sold["exporter_record_usd_m"], "usd"),
            mexico_bought=numbers.money(sold["importer_record_usd_m"], "usd"),
        )
    )
    surplus = queries.ask("ledger_balances", **{"from": year, "to": year}).frame.iloc[0]
    page.headline(
        [
            (
                text("ledgers.ratio.imports"),
                f"×{numbers.decimal(bought['ratio'], 2)}",
                text("ledgers.ratio.note", year=year),
            ),
            (
                text("ledgers.ratio.exports"),
                f"×{numbers.decimal(sold['ratio'], 2)}",
                text("ledgers.ratio.note", year=year),
            ),
            (
                text("ledgers.surplus.canada"),
                numbers.billions(surplus["surplus_canada_book_usd_m"], "usd"),
                text("ledgers.surplus.note", year=year),
            ),
            (
                text("ledgers.surplus.mexico"),
                numbers.billions(surplus["surplus_mexico_book_usd_m"], "usd"),
                text("ledgers.surplus.note", year=year),
            ),
        ]
    )


def flow(years: Years, currency: str, direction: str) -> None:
    """One flow as each country wrote it down; hollow points are derived or quoted, gaps are years a book lacks."""
    answer = queries.ask("two_ledgers", flow=direction, **years.params)
    frame = answer.frame
    ours, theirs = ("importer", "exporter") if direction == "imports" else ("exporter", "importer")
    plotted = pd.DataFrame(
        {
            "year": frame["year"],
            "canada": frame[f"{ours}_record_{currency}_m"],
            "mexico": frame[f"{theirs}_record_{currency}_m"],
            "canada_soft": frame[f"{ours}_grade"].isin(SOFT),
            "mexico_soft": frame[f"{theirs}_grade"].isin(SOFT),
        }
    )
    known = frame.dropna(subset=["ratio"])
    last = known.iloc[-1] if len(known) else None
    years_said = numbers.years(years.first, years.last)
    if last is None:
        finding = text("ledgers.answer.none", years=years_said)
    elif direction == "imports":
        finding = text("ledgers.imports", ratio=numbers.decimal(last["ratio"], 2), year=last["year"])
    else:
        finding = text("ledgers.exports", ratio=numbers.decimal(last["ratio"], 2), year=last["year"])
    rules = ((BREAK, text("ledgers.break")),) if direction == "imports" else ()
    figure.draw(
        key=f"ledger-{direction}",
        finding=finding,
        subtitle=text("ledgers.subtitle") + ("" if currency == "usd" else " " + text("ledgers.derived")),
        panels=[
            (
                lines.over_years(
                    (("canada", "CAN", text("ledgers.book.canada")), ("mexico", "MEX", text("ledgers.book.mexico"))),
                    numbers.axis_unit(currency),
                    True,
                    words.heading("year"),
                    (years.first, years.last),
                    current(),
                    rules=rules,
                    names_on_top=True,
                    soft=("canada_soft", "mexico_soft"),
                ),
                plotted,
            )
        ],
        answer=answer,
        columns=[
            "year", "flow", "importer", "exporter", f"importer_record_{currency}_m",
            f"exporter_record_{currency}_m", "gap_usd_m", "ratio", "importer_grade", "exporter_grade",
            "exporter_concept",
        ],
    )  # fmt: skip
