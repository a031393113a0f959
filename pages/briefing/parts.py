"""The parts of a note by topic: the sentences of the pages, the pictures of the pages, and who published them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

import queries
from data.frames import records
from extracts.notes import Line
from pages.agenda import picture as agenda_picture
from pages.agenda import promises
from pages.briefing.choices import MORE, ONE, Choices, covered
from pages.briefing.papers import Papers
from pages.claims import verdicts
from pages.investment import positions
from pages.investment import summary as investment_summary
from pages.overview import imbalance as front
from pages.overview import news
from pages.people import asylum, study
from pages.people import summary as people_summary
from pages.people.choices import span
from pages.tariffs import moments, remarks
from pages.tariffs.choices import MAIN, SHOWN
from pages.tariffs.choices import Choices as Tariffs
from pages.tariffs.scenario import Scenario
from pages.trade import totals
from ui import filters, words
from ui.figure import Figure
from ui.filters import Years
from ui.language import current, text

EVERY = tuple(filters.ALL)
EVENTS, DATES = {ONE: 4, MORE: 20}, {ONE: 4, MORE: 12}
AGAINST = ("contradicted", "not_reproducible")


class Found(NamedTuple):
    """What a topic has to say: its lines, its pictures, what holds for the lines, and whether they are a list."""

    lines: Sequence[Line]
    pictures: Sequence[Figure | str | None] = ()
    answers: Sequence[queries.Answer] = ()
    is_list: bool = False


def imbalance(chosen: Choices, today: str, papers: Papers) -> Found:
    """Goods trade: as the front page opens, or for the years chosen."""
    if chosen.years is None:
        picture = front.picture()
        asked = [queries.ask("trade_summary"), picture.answer]
        return Found([Line(front.answer(date.fromisoformat(today)), papers.of(*asked))], [picture], asked)
    asked = [queries.ask(name, **chosen.years.params) for name in ("trade_summary", "trade_year_to_date")]
    said = Line(totals.answer(chosen.years, "cad", date.fromisoformat(today)), papers.of(*asked))
    return Found([said], [totals.balance(chosen.years, "cad", None)], asked)


def tariffs(chosen: Choices, today: str, papers: Papers) -> Found:
    """What Washington charges on the date, and what CUSMA spares both."""
    asked = Tariffs(Scenario(chosen.date), tuple(SHOWN), EVERY, EVERY)
    answer = queries.ask("tariff_moments", partner=MAIN, **asked.params())
    numbers = papers.of(answer)
    picture, said = moments.picture(asked), moments.answer(asked)
    if chosen.length != MORE:
        spared = f" {text('briefing.sentence', finding=picture.finding)}" if picture else ""
        return Found([Line(said + spared, numbers)], (), [answer])
    lines = [Line(said, numbers)]
    remedies = queries.ask("tariff_with_remedies", **asked.scenario.params(), sector=list(EVERY), partner=MAIN)
    lines += [Line(said, numbers) for said in remarks.of_the_day(asked)]
    lines += [Line(said, papers.of(remedies)) for said in [remarks.with_remedies(asked)] if said]
    return Found(lines, [picture], [answer])


def investment(chosen: Choices, today: str, papers: Papers) -> Found:
    """Who owns what in the other country."""
    years = chosen.years or filters.covered_years("investment")
    asked = queries.ask("direct_investment", **years.params)
    lines = [Line(investment_summary.answer(years, date.fromisoformat(today)), papers.of(asked))]
    directions = ("outward", "inward") if chosen.length == MORE else ()
    return Found(lines, [positions.picture(years, direction) for direction in directions], [asked])


def people(chosen: Choices, today: str, papers: Papers) -> Found:
    """Students and asylum claims."""
    years = chosen.years or filters.covered_years("people")
    asked = [queries.ask("study_permits", measure="stock", **span(years)), queries.ask("asylum_summary", **span(years))]
    lines = [Line(people_summary.answer(years, date.fromisoformat(today)), papers.of(*asked))]
    pictures = [study.picture(years, "stock"), asylum.claims(years)] if chosen.length == MORE else []
    return Found(lines, pictures, asked)


def events(chosen: Choices, today: str, papers: Papers) -> Found:
    """The newest events up to today, of the years chosen, each with its own source."""
    years = chosen.years or covered()
    asked = queries.ask("latest_events", date=today, top=EVENTS[chosen.length], lang=current(), **_up_to(years))
    lines = []
    for row in records(asked.frame):
        entry = news.event_entry(row)
        lines.append(_listed(entry, papers.of_row(row["source_title"], row["source_url"])))
    return Found(lines or [Line(text("empty.rows"))], (), [asked], is_list=True)


def _up_to(years: Years) -> dict[str, int]:
    """The years; events go on after the last one that trade has figures of, where that is the last one chosen."""
    return {"from": years.first, **({"to": years.last} if years.last < covered().last else {})}


def agenda(chosen: Choices, today: str, papers: Papers) -> Found:
    """The dates that come next, each with who says so; in a longer note how many promises are kept."""
    asked = queries.ask("agenda_dates", date=today, top=DATES[chosen.length], lang=current())
    evidence = queries.ask("agenda_evidence", lang=current()).frame.groupby("promise").last()
    lines = []
    for row in records(asked.frame):
        says = evidence.loc[row["promise"]]
        lines.append(_listed(news.date_entry(row), papers.of_row(says["source_title"], says["source_url"])))
    if chosen.length != MORE:
        return Found(lines or [Line(text("empty.rows"))], (), [asked], is_list=True)
    summary = queries.ask("agenda_summary", date=today)
    status = promises.found(EVERY, EVERY, today).frame["agenda_status"]
    marks = " · ".join(f"{mark} {meaning}" for mark, meaning in promises.meanings(status))
    kept = Line(promises.answered(EVERY, EVERY, today), papers.of(summary), remark=marks)
    return Found([kept, *lines], [agenda_picture.made(EVERY, EVERY, today)], [asked], is_list=True)


def _listed(entry: news.Entry, numbers: tuple[int, ...]) -> Line:
    """A line of a list, with where on the site it stands."""
    address = f"/{entry.page}?{urlencode({'lang': current(), **entry.params})}"
    return Line(entry.title, numbers, entry.when, entry.mark, entry.note, address)


def claims(chosen: Choices, today: str, papers: Papers) -> Found:
    """How many press claims hold; in a longer note those that do not, each with the reason."""
    found = verdicts.Choices(EVERY, EVERY, EVERY).found()
    lines = [Line(verdicts.answer(verdicts.Choices(EVERY, EVERY, EVERY)), papers.of(found))]
    if chosen.length == MORE:
        against = verdicts.Choices(EVERY, EVERY, AGAINST).found()
        lines += [_claim(row, papers.of(against)) for row in records(against.frame)]
    return Found(lines, (), [found], is_list=chosen.length == MORE)


def _claim(row: dict[str, Any], numbers: tuple[int, ...]) -> Line:
    said = text("label.value", label=f"**{words.code('verdict', row['verdict'])}**", value=row["says"])
    return Line(f"{said} {row['reason']}", numbers, row["article_name"], verdicts.MARKS[row["verdict"]])


PARTS: dict[str, Callable[[Choices, str, Papers], Found]] = {
    "imbalance": imbalance,
    "tariffs": tariffs,
    "investment": investment,
    "people": people,
    "events": events,
    "agenda": agenda,
    "claims": claims,
}
