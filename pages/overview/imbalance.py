"""The imbalance: what Canada buys from Mexico and sells to it, and the page's answer about it."""

from datetime import date

import queries
from ui import age, figure, numbers, words
from ui.charts import imbalance as chart
from ui.language import count, current, text
from ui.remember import remembered

FIRST_YEAR, PRESS_YEAR = 1993, 2024
FLOWS = ("imports_cad_m", "exports_cad_m")


@remembered
def answer(today: date) -> str:
    """The two flows of the latest whole year at hand, how old they are, and those of the year the press speaks of."""
    press = _of_year(PRESS_YEAR).frame.iloc[0]
    latest = queries.ask("trade_summary").frame.iloc[0]
    return text(
        "overview.answer",
        year=PRESS_YEAR,
        imports=numbers.money(press["imports_cad_m"]),
        exports=numbers.money(press["exports_cad_m"]),
        latest=latest["year"],
        age=age.of(_of_year(int(latest["year"])), today),
        latest_imports=numbers.money(latest["imports_cad_m"]),
        latest_exports=numbers.money(latest["exports_cad_m"]),
    )


def _of_year(year: int) -> queries.Answer:
    return queries.ask("trade_balance", **{"from": year, "to": year})


@remembered
def picture() -> figure.Figure:
    """Both flows since the eve of NAFTA, with their last values, the gap between them, and four events."""
    found = queries.ask("trade_balance", **{"from": FIRST_YEAR})
    marks = queries.ask("opening_marks", lang=current())
    frame = words.named(found.frame, "grade")
    known = frame[frame[list(FLOWS)].notna().all(axis=1)]
    last = known.iloc[-1]
    ratio = last["imports_to_exports"]
    official = known.loc[known["derived_currency"] == "usd", "year"].min()
    ends = (
        (numbers.drawn(last["imports_cad_m"]), text("overview.bought"), text("overview.bought.long")),
        (numbers.drawn(last["exports_cad_m"]), text("overview.sold"), text("overview.sold.long")),
        (numbers.drawn(-last["balance_cad_m"]), text("overview.gap"), text("overview.gap")),
    )
    return figure.Figure(
        key="imbalance",
        finding=count("overview.finding", numbers.plural_of(ratio), ratio=numbers.in_words(ratio)),
        subtitle=text("overview.subtitle", unit=numbers.at_start(numbers.axis_unit("cad"))),
        panels=[
            (
                chart.over_years(
                    FLOWS,
                    (FIRST_YEAR, int(last["year"])),
                    (words.heading("year"), *(words.heading(column) for column in (*FLOWS, "balance_cad_m"))),
                    ends,
                    tuple(
                        (row.year, f"{row.short} {row.year}", text("label.value", label=row.year, value=row.title))
                        for row in marks.frame.itertuples()
                    ),
                    int(official),
                    current(),
                ),
                known[["year", *FLOWS, "balance_cad_m", "grade_name"]],
            )
        ],
        answer=found,
        columns=["year", *FLOWS, "balance_cad_m", "imports_to_exports", "grade", "publisher", "vintage"],
        beside=[marks],
    )
