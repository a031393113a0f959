"""The filters of the tariff page: a date, countries, sectors, programmes and what is supposed."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

import queries
from data import catalog
from ui import filters, numbers, words
from ui.language import current, text

MAIN = ["CAN", "MEX"]
SHOWN = ["CAN", "MEX", "EUU", "CHN", "JPN", "KOR", "GBR", "VNM", "TWN", "IND", "CHE", "BRA"]
ARTICLES = "2025-09-18"
EVIDENCE_ENDS = "2026-08-24"
CONTENTS = ["0", "0.4", "0.5"]


@dataclass(frozen=True)
class Scenario:
    """A date and the settings of a what-if, named as the queries name them."""

    date: str
    cusma: str = "kept"
    claims: str = "since_july_2025"
    content: float = 0.4
    override: tuple[str, ...] = ()

    def params(self) -> dict[str, Any]:
        """Parameters for the tariff queries."""
        return {**asdict(self), "override": list(self.override)}

    def is_law(self) -> bool:
        """Nothing is supposed: rules as they are, claim shares as observed since July 2025."""
        return self == Scenario(self.date)

    def words(self) -> str:
        """What is supposed, in the reader's language."""
        parts = []
        if self.cusma == "lapsed":
            parts.append(text("tariffs.if.lapsed"))
        if self.claims == "2024":
            parts.append(text("tariffs.if.claims"))
        if self.content != Scenario(self.date).content:
            parts.append(text("tariffs.if.content", share=numbers.percent(100 * self.content)))
        for setting in self.override:
            measure, _, percent = setting.partition(":")
            parts.append(text("tariffs.if.rate", measure=measure_name(measure), rate=numbers.percent(float(percent))))
        return text("tariffs.if.and").join(parts)


@dataclass(frozen=True)
class Choices:
    """What is supposed, the countries ranked, the one looked into, and the goods and programmes that count."""

    scenario: Scenario
    countries: list[str]
    partner: str
    sectors: list[str]
    authorities: list[str]

    def is_filtered(self) -> bool:
        """Whether anything but the countries and the date is left out."""
        return not (self.sectors == self.authorities == filters.ALL)


def choose(today: date) -> Choices:
    """The filters, drawn in the filter bar."""
    day = clock(today)
    ranked = countries()
    sectors = filters.sectors(text("tariffs.sector"), queries.ask("sectors").frame["sector"][:14])
    powers = authorities()
    partner = focus()
    return Choices(what_if(day), ranked, partner, sectors, powers)


def measure_name(measure_id: str) -> str:
    """The programme of a measure in the reader's words, its code behind."""
    every = list(catalog.codes("measure_status"))
    known = queries.ask("tariff_measures", status=every).frame.set_index("measure_id")[f"measure_programme_{current()}"]
    found = known.get(measure_id)
    name = found if isinstance(found, str) or found is None else found.iloc[0]
    return f"{name} ({measure_id})" if name else measure_id


def clock(today: date) -> str:
    """The date of the page: any day, snapping to the days on which rules change."""
    regimes = [str(day.date()) for day in queries.ask("tariff_regimes").frame["valid_from"]]
    named = {str(today): text("tariffs.today"), ARTICLES: text("tariffs.articles")}
    return filters.day("date", text("tariffs.date"), text("tariffs.exact"), [*regimes, *named], str(today), named)


def countries() -> list[str]:
    """The countries ranked: Canada, Mexico and ten others, unless the reader chooses."""
    every = list(queries.ask("tariff_partners").frame["partner"])
    chosen = filters.many("country", text("tariffs.countries"), every, text("tariffs.countries.all"), words.country)
    return SHOWN if chosen == filters.ALL else chosen


def focus() -> str:
    """The country whose sectors, products and history the page looks into."""
    every = list(queries.ask("tariff_partners").frame["partner"])
    return filters.one("partner", text("tariffs.partner"), every, "CAN", words.country)


def authorities() -> list[str]:
    """Some of the legal authorities, or all."""
    codes = [code for code in catalog.codes("authority") if code != "mfn"]
    everything = text("tariffs.authority.all")
    return filters.many("authority", text("tariffs.authority"), codes, everything, partial(words.code, "authority"))


def what_if(day: str) -> Scenario:
    """The settings of a what-if; each is in the address."""
    with st.popover(text("tariffs.what_if")):
        st.caption(text("tariffs.what_if.help"))
        cusma = filters.one(
            "cusma",
            text("tariffs.cusma"),
            ["kept", "lapsed"],
            "kept",
            {"kept": text("tariffs.kept"), "lapsed": text("tariffs.lapsed")}.__getitem__,
            buttons=True,
        )
        claims = filters.one(
            "claims",
            text("tariffs.claims"),
            ["since_july_2025", "2024"],
            "since_july_2025",
            partial(words.code, "claim_period"),
            buttons=True,
        )
        content = filters.one(
            "content",
            text("tariffs.content"),
            CONTENTS,
            "0.4",
            lambda share: numbers.percent(100 * float(share)),
            buttons=True,
        )
        measures = list(queries.ask("tariff_measures_charged", date=day).frame["measure_id"])
        overrides = filters.rates("override", text("tariffs.override"), measures, measure_name)
    return Scenario(day, cusma, claims, float(content), tuple(overrides))


def idea_of(code: str) -> str:
    """The hue of a country: its own for Canada and Mexico, grey for the others."""
    return code if code in MAIN else "other"
