"""The page's answer for chosen sectors: one lens, its years and its currency."""

from datetime import date

import queries
from pages.trade import years as by_year
from pages.trade.choices import Choices
from pages.trade.measures import Series
from pages.trade.sectors import basis, currency_of, values
from queries import Answer
from ui import age, figure, marks, numbers, titles, words
from ui.filters import Years
from ui.language import count, current, text
from ui.remember import remembered


@remembered
def answer(years: Years, sectors: tuple[str, ...], lens: str, today: date) -> str:
    """The sentence of the last year that the lens has in the span."""
    found = _asked(years, sectors, lens)
    if found.frame.empty:
        return text("trade.sectors.none")
    row, money = found.frame.iloc[-1], currency_of(lens)
    values_of_year = {
        "sectors": _named(sectors, lens),
        "lens": words.code("lens", lens),
        "basis": basis(lens),
        "age": age.and_next(found, today),
        "year": row["year"],
        "imports": numbers.money(row[f"imports_{money}_m"], money),
        "exports": numbers.money(row[f"exports_{money}_m"], money),
    }
    if years.first <= row["year"] <= years.last:
        return text("trade.sector.answer", **values_of_year)
    return text("trade.sector.answer.outside", **values_of_year)


@remembered
def figures(years: Years, sectors: tuple[str, ...], lens: str) -> tuple[tuple[str, str, str], ...]:
    """The four figures of that year."""
    frame = _asked(years, sectors, lens).frame
    if frame.empty:
        return ()
    row, money = frame.iloc[-1], currency_of(lens)
    columns = {
        "imports": text("trade.imports"),
        "exports": text("trade.exports"),
        "balance": text("trade.balance"),
        "two_way": text("trade.two_way"),
    }
    note = f"{row['year']}; {words.code('lens', lens)}"
    return tuple((name, numbers.billions(row[f"{column}_{money}_m"], money), note) for column, name in columns.items())


def series(sectors: tuple[str, ...], lens: str) -> Series:
    """The sectors as a series of both flows in all measures."""
    return Series("sectors", "balance", _briefly(sectors, lens), basis(lens), sectors, lens)


def balance(chosen: Choices) -> None:
    """Both flows of the sectors year by year; a click on a year sets it for the rest of the page."""
    made = _balance(chosen.years, chosen.sectors, chosen.lens, chosen.year)
    figure.draw(made or text("trade.sectors.none"))


@remembered
def _balance(years: Years, sectors: tuple[str, ...], lens: str, year: int | None) -> figure.Figure | None:
    found = _asked(years, sectors, lens)
    frame = words.named(found.frame, "grade")
    if frame.empty:
        return None
    money = currency_of(lens)
    above, below, difference = values(money)
    marked = marks.by_year("trade", frame["year"].min(), frame["year"].max())
    last = frame.iloc[-1]
    return figure.Figure(
        key="balance",
        finding=_finding(
            last["year"], numbers.drawn(last[above], money), numbers.drawn(last[below], money), sectors, lens
        ),
        subtitle=figure.noted(
            text("trade.sector.subtitle", unit=numbers.at_start(numbers.axis_unit(money)), basis=basis(lens)),
            f"{_named(sectors, lens)}.",
            by_year.in_words(frame, [above, below, difference], money, year),
        ),
        panels=[by_year.panel(frame, [above, below, difference], money, marked, year)],
        answer=found,
        columns=["lens", "year", above, below, difference, "grade", "vintage"],
        pick=("year", "year"),
        beside=marked.answers,
    )


def _asked(years: Years, sectors: tuple[str, ...], lens: str) -> Answer:
    """Both flows of the sectors by year within the span, or in all years of the lens where the span has none."""
    params = {"lens": lens, "sector": list(sectors)}
    within = queries.ask("trade_totals_by_lens", **params, **years.params)
    return within if len(within.frame) else queries.ask("trade_totals_by_lens", **params)


def _finding(year: int, imports: str, exports: str, sectors: tuple[str, ...], lens: str) -> str:
    """Both flows of the year, with the names of the sectors where one line has room for them."""
    both = {"year": year, "imports": imports, "exports": exports}
    return titles.fitting(
        text("trade.sector_years.finding", sectors=_briefly(sectors, lens), **both),
        count("trade.sector_years.chosen", len(sectors), **both),
    )


def _briefly(sectors: tuple[str, ...], lens: str) -> str:
    return "; ".join(titles.sector(code, lens) for code in sectors)


def _named(sectors: tuple[str, ...], lens: str) -> str:
    """The sectors by the names they have in the lens."""
    rows = queries.ask("trade_by_sector", lens=lens, sector=list(sectors), lang=current()).frame
    names = dict(zip(rows["sector"], rows["sector_name"], strict=True))
    return "; ".join(names.get(code, words.sector(code)) for code in sectors)
