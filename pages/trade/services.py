"""Services beside goods: what each country sells the other, by year and by kind, where the table has been refreshed."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, words
from ui.charts import bars, flows
from ui.language import current, text

FLOWS = ["imports_cad_m", "exports_cad_m"]
COLUMNS = ["year", "service", *FLOWS, "balance_cad_m", "suppressed", "vintage"]


def has_rows() -> bool:
    """Whether there is anything to show yet."""
    return not queries.ask("services_trade", kind="total").frame.empty


def draw(years: filters.Years) -> None:
    """Both flows of all services by year, then by kind in the last year that has both."""
    params = {**years.params, "kind": "total"}
    answer = queries.ask("services_trade", **params)
    frame = answer.frame
    whole = frame.dropna(subset=FLOWS)
    if whole.empty:
        st.info(words.literal(text("empty.rows")))
        return
    last = whole.iloc[-1]
    frame = frame.assign(grade_name="", why_missing=text("trade.services.missing"))
    unit = numbers.axis_unit("cad")
    headings = (words.heading("year"), *(words.heading(column) for column in FLOWS))
    figure.draw(
        key="services",
        finding=text(
            "trade.services.finding",
            year=last["year"],
            imports=numbers.money(last["imports_cad_m"]),
            exports=numbers.money(last["exports_cad_m"]),
        ),
        subtitle=text("trade.services.subtitle", unit=numbers.at_start(unit)),
        panels=[
            (
                flows.by_year(*FLOWS, unit, headings, None, current()),
                frame[["year", *FLOWS, "grade_name", "why_missing"]],
            )
        ],
        answer=answer,
        columns=COLUMNS,
    )
    _kinds({"from": int(last["year"]), "to": int(last["year"]), "kind": "parts"})


def _kinds(params: dict[str, int | str]) -> None:
    answer = queries.ask("services_trade", **params)
    frame = words.named(answer.frame, "service")
    if frame.empty:
        return
    figure.draw(
        key="services-kinds",
        finding=_largest(frame),
        subtitle=text("trade.services.kinds.subtitle", unit=numbers.at_start(numbers.axis_unit("cad"))),
        panels=[_both_ways(frame)],
        answer=answer,
        columns=COLUMNS,
    )


def _both_ways(frame: pd.DataFrame) -> figure.Panel:
    imports, exports = FLOWS
    headings = (words.heading(exports), words.heading(imports))
    chart = bars.paired(exports, imports, "service", headings, numbers.axis_unit("cad"), len(frame), current())
    named = frame.assign(label=[numbers.at_start(name) for name in frame["service_name"]])
    return chart, named[["service", "label", *FLOWS]]


def _largest(frame: pd.DataFrame) -> str:
    known = frame.dropna(subset=FLOWS[:1])
    if known.empty:
        return text("trade.services.kinds.none", year=frame["year"].iloc[0])
    first = known.loc[known["imports_cad_m"].idxmax()]
    return text(
        "trade.services.kinds",
        year=first["year"],
        service=first["service_name"],
        value=numbers.money(first["imports_cad_m"]),
    )
