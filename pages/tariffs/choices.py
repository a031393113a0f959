"""The filters of the tariff page: a date, what is supposed, countries, sectors and programmes."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Self

import streamlit as st

import queries
from data import catalog
from pages.tariffs.scenario import Scenario, measure_name
from ui import filters, numbers, words
from ui.language import text
from ui.remember import remembered

MAIN = ["CAN", "MEX"]
SHOWN = ["CAN", "MEX", "EUU", "CHN", "JPN", "KOR", "GBR", "VNM", "TWN", "IND", "CHE", "BRA"]
ARTICLES = "2025-09-18"
EVIDENCE_ENDS = "2026-10-02"
CONTENTS = ["0", "0.4", "0.5"]


@dataclass(frozen=True)
class Choices:
    """What is supposed, the countries ranked, and the goods and programmes that count."""

    scenario: Scenario
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    authorities: tuple[str, ...]

    def goods(self) -> dict[str, list[str]]:
        """The goods and duties that count, as the tariff queries take them."""
        return {"sector": list(self.sectors), "authority": list(self.authorities)}

    def params(self) -> dict[str, Any]:
        """All but the countries, as the tariff queries take them."""
        return {**self.scenario.params(), **self.goods()}

    def of_any_day(self) -> Self:
        """The same countries, goods and duties for what does not depend on the day or on what is supposed."""
        return replace(self, scenario=Scenario(EVIDENCE_ENDS))

    def day(self) -> str:
        """The date of the page in words."""
        return numbers.day(date.fromisoformat(self.scenario.date))

    def is_filtered(self) -> bool:
        """Whether anything but the countries and the date is left out."""
        return not (self.sectors == self.authorities == tuple(filters.ALL))


def choose(today: date) -> Choices:
    """The filters, drawn in the filter bar: the clock; what is supposed and more of them are built when open."""
    day = clock(today)
    is_supposing = filters.switch("what_if", text("tariffs.what_if"))
    with filters.more(["country", "sector", "authority"]) as is_open:
        ranked = countries(is_open)
        sectors = filters.sectors(text("tariffs.sector"), _sectors(), is_open)
        powers = authorities(is_open)
    with _panel(is_supposing):
        scenario = what_if(day, is_supposing)
    return Choices(scenario, tuple(ranked), tuple(sectors), tuple(powers))


def _panel(is_open: bool) -> AbstractContextManager[Any]:
    """Room for the what-if under the bar, where it is open: it moves the page down and covers nothing."""
    return st.container(horizontal=True, gap="medium", key="what-if") if is_open else nullcontext()


@remembered
def _regimes() -> tuple[str, ...]:
    return tuple(str(day.date()) for day in queries.ask("tariff_regimes").frame["valid_from"])


@remembered
def partners() -> tuple[str, ...]:
    """The countries whose goods are at hand by product."""
    return tuple(queries.ask("tariff_partners").frame["partner"])


@remembered
def _sectors() -> tuple[str, ...]:
    return tuple(queries.ask("sectors").frame["sector"][:14])


@remembered
def _charged(day: str) -> tuple[str, ...]:
    return tuple(queries.ask("tariff_measures_charged", date=day).frame["measure_id"])


def clock(today: date) -> str:
    """The date of the page: any day, snapping to the days on which rules change."""
    named = {str(today): text("tariffs.today"), ARTICLES: text("tariffs.articles")}
    return filters.day("date", text("tariffs.date"), text("tariffs.exact"), [*_regimes(), *named], str(today), named)


def countries(is_drawn: bool) -> list[str]:
    """The countries ranked: Canada, Mexico and ten others, unless the reader chooses."""
    label, everything = text("tariffs.countries"), text("tariffs.countries.all")
    chosen = filters.many("country", label, partners(), everything, words.country, is_drawn)
    return SHOWN if chosen == filters.ALL else chosen


def focus() -> str:
    """The country whose sectors, products and history a view looks into."""
    return filters.one("partner", text("tariffs.partner"), partners(), "CAN", words.country)


def authorities(is_drawn: bool) -> list[str]:
    """Some of the legal authorities, or all."""
    codes = [code for code in catalog.codes("authority") if code != "mfn"]
    label, everything = text("tariffs.authority"), text("tariffs.authority.all")
    return filters.many("authority", label, codes, everything, partial(words.code, "authority"), is_drawn)


def what_if(day: str, is_drawn: bool) -> Scenario:
    """The settings of a what-if; each is in the address."""
    cusma = filters.one(
        "cusma",
        text("tariffs.cusma"),
        ["kept", "lapsed"],
        "kept",
        {"kept": text("tariffs.kept"), "lapsed": text("tariffs.lapsed")}.__getitem__,
        buttons=True,
        is_drawn=is_drawn,
    )
    claims = filters.one(
        "claims",
        text("tariffs.claims"),
        ["since_july_2025", "2024"],
        "since_july_2025",
        partial(words.code, "claim_period"),
        buttons=True,
        is_drawn=is_drawn,
    )
    content = filters.one(
        "content",
        text("tariffs.content"),
        CONTENTS,
        "0.4",
        lambda share: numbers.percent(100 * float(share)),
        buttons=True,
        is_drawn=is_drawn,
    )
    overrides = filters.rates("override", text("tariffs.override"), lambda: _charged(day), measure_name, is_drawn)
    if is_drawn:
        st.caption(text("tariffs.what_if.help"))
    return Scenario(day, cusma, claims, float(content), tuple(overrides))


def idea_of(code: str) -> str:
    """The hue of a country: its own for Canada and Mexico, grey for the others."""
    return code if code in MAIN else "other"
