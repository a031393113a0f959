"""Both flows by year in another measure than current money: constant prices, shares, an index."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

import queries
from pages.trade import years as by_year
from queries import Answer
from ui import figure, marks, numbers, words
from ui.filters import Years
from ui.language import text
from ui.measures import CONSTANT, INDEX, SHARE, Measure, Wording, lines_of, none
from ui.remember import remembered

ALL_SECTORS = ("all",)
CONSTANT_PRICES = ["imports_constant_cad_m", "exports_constant_cad_m", "balance_constant_cad_m"]
SHARES = ("imports_of_total_pct", "exports_of_total_pct")
INDICES = ("imports_index", "exports_index")


@dataclass(frozen=True)
class Series:
    """A series of both flows: which one (goods, services, food, sectors), its key on the page, its words and basis."""

    code: str
    key: str
    what: str
    basis: str
    sectors: tuple[str, ...] = ALL_SECTORS
    lens: str = "oecd"

    def ask(self, years: Years, base: int | None) -> Answer:
        """The series in all measures."""
        chosen = {"series": self.code, "sector": list(self.sectors), "lens": self.lens}
        return queries.ask("measured_trade", **chosen, **({"base": base} if base else {}), **years.params)


def goods() -> Series:
    """All goods, as the first chart shows them."""
    return Series("goods", "balance", text("trade.series.goods"), text("trade.series.customs"))


def draw(series: Series, years: Years, measure: Measure, picked: int | None = None) -> None:
    """The series in the measure chosen; a sentence where the span has no year of it."""
    figure.draw(MAKES[measure.code](series, years, measure.base, picked) or none(measure))


@remembered
def _constant(series: Series, years: Years, base: int | None, picked: int | None) -> figure.Figure | None:
    answer = series.ask(years, base)
    frame = words.named(answer.frame.dropna(subset=CONSTANT_PRICES), "grade")
    if frame.empty:
        return None
    above = CONSTANT_PRICES[0]
    first, last = frame.iloc[0], frame.iloc[-1]
    marked = marks.by_year("trade", first["year"], last["year"])
    return figure.Figure(
        key=series.key,
        finding=text(
            "trade.constant.finding",
            what=series.what,
            base=base,
            first=first["year"],
            last=last["year"],
            before=numbers.drawn(first[above]),
            now=numbers.drawn(last[above]),
        ),
        subtitle=text(
            "trade.constant.subtitle",
            unit=numbers.at_start(numbers.axis_unit("cad")),
            base=base,
            basis=series.basis,
        ),
        panels=[by_year.panel(frame, CONSTANT_PRICES, "cad", marked, picked, by_year.break_of(frame, "cad"))],
        answer=answer,
        columns=["year", *CONSTANT_PRICES, "imports_cad_m", "exports_cad_m", "consumer_price_index", "grade"],
        pick=("year", "year") if series.code == "goods" else None,
        beside=marked.answers,
    )


@remembered
def _share(series: Series, years: Years, _base: int | None, _picked: int | None) -> figure.Figure | None:
    answer = series.ask(years, None)
    known = answer.frame.dropna(subset=list(SHARES))
    if known.empty:
        return None
    last = known.iloc[-1]
    said = {"imports": numbers.percent(last[SHARES[0]], 1), "exports": numbers.percent(last[SHARES[1]], 1)}
    finding = {
        "goods": text("trade.share.goods", **said),
        "services": text("trade.share.services", **said),
    }.get(series.code) or text("trade.share.part", what=series.what, **said)
    of_what = {
        "goods": text("trade.share.of_goods"),
        "services": text("trade.share.of_services"),
    }.get(series.code) or text("trade.share.of_mexico", basis=series.basis)
    subtitle = text("trade.share.subtitle", year=last["year"], total=of_what)
    return _lines(series, answer, known, SHARES, Wording(finding, subtitle, "%", ",.2f"))


@remembered
def _index(series: Series, years: Years, base: int | None, _picked: int | None) -> figure.Figure | None:
    answer = series.ask(years, base)
    known = answer.frame.dropna(subset=list(INDICES))
    if known.empty:
        return None
    last = known.iloc[-1]
    reached = {"imports": numbers.decimal(last[INDICES[0]]), "exports": numbers.decimal(last[INDICES[1]])}
    finding = text("trade.growth.finding", what=series.what, base=base, year=last["year"], **reached)
    subtitle = text("trade.growth.subtitle", base=base, basis=series.basis)
    return _lines(series, answer, known, INDICES, Wording(finding, subtitle, f"{base} = 100", ",.0f"))


def _lines(
    series: Series, answer: Answer, known: pd.DataFrame, columns: tuple[str, str], said: Wording
) -> figure.Figure:
    """Both flows as lines."""
    bought, sold = columns
    names = by_year.flow_names()
    money = [f"{flow}_{currency}_m" for currency in ("cad", "usd") for flow in ("imports", "exports")]
    listed = ["year", bought, sold, *(column for column in money if known[column].notna().any()), "grade"]
    marked = marks.by_year("trade", known["year"].min(), known["year"].max())
    drawn = ((bought, "MEX", names[0]), (sold, "CAN", names[1]))
    return lines_of(series.key, said, drawn, known, answer, listed, marked)


MAKES: dict[str, Any] = {CONSTANT: _constant, SHARE: _share, INDEX: _index}
