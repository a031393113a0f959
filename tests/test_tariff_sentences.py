"""What /tariffs says against the second implementation: rates, superlatives, counts, signs, in each language.

Every case opens the page from a link; each message is then worked out anew from rules and trade (independent_rates).
"""

import re
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import pytest

from data import catalog
from pages.tariffs.choices import EVIDENCE_ENDS, MAIN, SHOWN
from pages.tariffs.scenario import measure_name
from tests import independent_rates
from tests.independent_rates import AS_IN_LAW, Supposed
from tests.sentences import listen, speaking
from ui import numbers, words

START = pd.Timestamp("2025-01-01")
MOST_STEPS = 8


@pytest.fixture(scope="module")
def law():
    """Rules, lists and trade."""
    return independent_rates.law_of_today()


@dataclass
class Asked:
    """A link to the page, with what the second implementation knows for it."""

    law: independent_rates.Law
    link: dict[str, str]

    def listed(self, name, default):
        return self.link[name].split(",") if name in self.link else default

    @property
    def day(self):
        return pd.Timestamp(self.link["date"])

    @property
    def partner(self):
        return self.link.get("partner", "CAN")

    @property
    def supposed(self):
        given = {name: self.link[name] for name in ("cusma", "claims") if name in self.link}
        rates = [setting.split(":") for setting in self.listed("override", [])]
        content = float(self.link.get("content", AS_IN_LAW.content))
        return Supposed(**given, content=content, override=tuple((name, float(rate)) for name, rate in rates))

    def parts(self, day=None, supposed=None):
        """What is charged on the goods and by the authorities of the link."""
        found = independent_rates.charged(day or self.day, supposed or self.supposed)
        found = found[found["sector"].isin(self.listed("sector", found["sector"].unique()))]
        return found[found["authority"].isin(["mfn", *self.listed("authority", found["authority"].unique())])]

    def rates(self, day=None, supposed=None):
        return independent_rates.rates(self.parts(day, supposed))

    @cached_property
    def steps(self):
        """The steps that moved the rate most: their days, and the change of each."""
        rate = {day: self.rates(day, AS_IN_LAW)[self.partner] for day in independent_rates.every_day(self.law)}
        change = pd.Series(rate).diff().dropna()
        largest = change.abs().sort_values(ascending=False)
        return change.loc[largest[largest > 1e-9].index[:MOST_STEPS]].sort_index()

    def main(self, rates, suffix=""):
        """The rates of Canada and Mexico as a sentence is given them."""
        names = {"CAN": "canada", "MEX": "mexico"}
        return {f"{names[code]}{suffix}": numbers.percent(rates[code], 1) for code in MAIN}


def as_in_law(asked, said, rows):
    assert asked.supposed == AS_IN_LAW
    assert (said.key == "tariffs.answer.scheduled") == (asked.link["date"] > EVIDENCE_ENDS)
    base = asked.parts()
    return asked.main(asked.rates()) | asked.main(independent_rates.rates(base[base["authority"] == "mfn"]), "_2024")


def as_supposed(asked, said, rows):
    assert asked.supposed != AS_IN_LAW
    return asked.main(asked.rates()) | asked.main(asked.rates(supposed=AS_IN_LAW), "_law")


def spared(asked, said, rows):
    """What CUSMA keeps from both countries."""
    lapsed, law = asked.rates(supposed=Supposed(cusma="lapsed")), asked.rates(supposed=AS_IN_LAW)
    names = {"CAN": "canada", "MEX": "mexico"}
    return {names[code]: numbers.decimal(lapsed[code] - law[code], 1) for code in MAIN}


def assumed(asked, said, rows):
    """The part of both rates that is the duty on medicines."""
    medicines = asked.parts().query("programme == 'pharma'").groupby("partner")["duty_usd_m"].sum()
    imports = asked.parts().query("authority == 'mfn'").groupby("partner")["value_covered_usd_m"].sum()
    names = {"CAN": "canada", "MEX": "mexico"}
    return {names[code]: numbers.decimal(100 * medicines[code] / imports[code], 1) for code in MAIN}


def rate_as_applied(asked, said, rows):
    written = float(re.search(r"[\d.,]+", said.values["rate"])[0].replace(",", "."))
    assert written in [rate for name, rate in asked.supposed.override if measure_name(name) == said.values["measure"]]
    return {}


def highest(asked, said, rows):
    shown = asked.listed("country", SHOWN)
    rates = asked.rates()[shown]
    assert said.number == len(shown)
    return {"n": len(shown), "country": words.country(rates.idxmax()), "rate": numbers.percent(rates.max(), 1)}


def from_the_start(asked, said, rows):
    then, now = (asked.rates(day, AS_IN_LAW)[asked.partner] for day in (START, max(asked.day, START)))
    return {"first": numbers.percent(then, 1), "rate": numbers.percent(now, 1)}


def one_of_the_steps(asked, said, rows):
    change = next(change for day, change in asked.steps.items() if numbers.day(day) == said.values["day"])
    assert said.values["programmes"]
    return {"change": f"{'+' if change > 0 else ''}{numbers.decimal(change, 2)}"}


def largest_sector(asked, said, rows):
    duty = asked.parts().query("partner == @asked.partner").groupby("sector")["duty_usd_m"].sum()
    return {"sector": words.sector(duty.idxmax()), "share": numbers.percent(100 * duty.max() / duty.sum())}


def a_sector(asked, said, rows):
    parts = asked.parts().query("partner == @asked.partner")
    mine = parts[[words.sector(code) == said.values["sector"] for code in parts["sector"]]]
    duty, imports = mine["duty_usd_m"].sum(), mine.query("authority == 'mfn'")["value_covered_usd_m"].sum()
    return {
        "rate": numbers.percent(100 * duty / imports, 1),
        "duty": numbers.money(duty, "usd"),
        "imports": numbers.money(imports, "usd"),
    }


def what_pays(asked, said, rows):
    pays = independent_rates.coverage(asked.law, asked.day, asked.supposed)["dutiable_pct"]
    return asked.main(pays)


def ratios_of_a_country(asked, said, rows):
    shares = independent_rates.coverage(asked.law, asked.day, asked.supposed)
    found = next(shares.loc[code] for code in MAIN if words.country(code) == said.values["country"])
    names = {"listed": "in_scope_pct", "security": "in_scope_232_pct", "dutiable": "dutiable_pct"}
    return {name: numbers.percent(found[column], 1) for name, column in names.items()}


def band(asked, said, rows):
    own = rows[rows["partner"] == asked.partner].set_index("estimate")["effective_rate_pct"]
    ours = independent_rates.rates(independent_rates.charged(asked.day, AS_IN_LAW))[asked.partner]
    assert own["ours"] == pytest.approx(ours)
    assert (said.key == "tariffs.band.alone") == (len(own) == 1)
    if len(own) == 1:
        return {"rate": numbers.percent(ours, 1)}
    return {"n": len(own), "low": numbers.percent(own.min(), 1), "high": numbers.percent(own.max(), 1)}


def concentration(asked, said, rows):
    chapters = asked.law.lines["hs10"].str[:2]
    duty = pd.Series(0.0, index=sorted(set(chapters)))
    mine = (asked.law.lines["partner"] == asked.partner).to_numpy()
    for charge in independent_rates.charges(asked.law, asked.day, asked.supposed):
        new = pd.Series(asked.law.value[charge.lines] * charge.added * mine[charge.lines])
        duty = duty.add(new.groupby(chapters.iloc[charge.lines].to_numpy()).sum(), fill_value=0)
    share = duty / duty.sum()
    return {
        "hhi": numbers.decimal(10000 * (share**2).sum()),
        "code": share.idxmax(),
        "share": numbers.percent(100 * share.max()),
    }


def why(asked, said, rows):
    code = next(code for code in MAIN if words.country(code) == said.values["country"])
    line = ((asked.law.lines["partner"] == code) & (asked.law.lines["hs10"] == asked.link["hs10"])).idxmax()
    rate = asked.law.base(asked.supposed.cusma)[line]
    for charge in independent_rates.charges(asked.law, asked.day, asked.supposed):
        rate += charge.added[charge.lines == line].sum()
    return {"rate": numbers.percent(100 * rate, 2)}


RULES = {
    "tariffs.answer": as_in_law,
    "tariffs.answer.scheduled": as_in_law,
    "tariffs.answer.if": as_supposed,
    "tariffs.moments": spared,
    "tariffs.moments.if": as_supposed,
    "tariffs.moments.assumed": assumed,
    "tariffs.if.rate": rate_as_applied,
    "tariffs.ranking": highest,
    "tariffs.time": from_the_start,
    "tariffs.move": one_of_the_steps,
    "tariffs.sectors": largest_sector,
    "tariffs.sectors.line": a_sector,
    "tariffs.coverage": what_pays,
    "tariffs.coverage.sentence": ratios_of_a_country,
    "tariffs.band": band,
    "tariffs.band.alone": band,
    "tariffs.concentration": concentration,
    "tariffs.why": why,
    "tariffs.why.least": why,
}
FIGURES = {"tariffs.band": "tariff-band", "tariffs.band.alone": "tariff-band"}
LINKS = [
    {"date": "2025-09-18", "view": "time"},
    {"date": "2025-03-05", "view": "sectors"},
    {"date": "2025-09-18", "cusma": "lapsed", "view": "sectors", "partner": "MEX"},
    {"date": "2026-06-20", "override": "US-232-METALS-0608:10.5,US-232-AUTOS:0", "view": "coverage"},
    {"date": "2025-09-18", "sector": "12", "authority": "s232", "view": "time", "partner": "MEX"},
    {"date": "2025-09-18", "country": "CAN", "view": "band", "partner": "KOR"},
    {"date": "2025-04-12", "country": "CAN,MEX", "view": "time", "partner": "CHN"},
    {"date": "2027-06-01", "claims": "2024", "content": "0.5", "view": "sectors", "sector": "09,12"},
    {"date": "2027-06-01", "view": "coverage"},
    {"date": "2026-08-25", "view": "product", "product": "7210490091", "hs10": "7210490091"},
    {"date": "2025-10-14", "view": "band", "partner": "MEX"},
]


@pytest.mark.parametrize(
    "place", range(len(LINKS)), ids=lambda place: "&".join(f"{k}={v}" for k, v in LINKS[place].items())
)
def test_what_the_page_says_is_what_the_rules_say(law, place):
    link, code = LINKS[place], catalog.LANGUAGES[place % len(catalog.LANGUAGES)]
    heard = listen("tariffs", code, **link)
    assert not heard.exceptions
    asked = Asked(law, link)
    known = [said for said in heard.said if said.key in RULES]
    assert {"tariffs.ranking"} < {said.key for said in known}
    with speaking(code):
        for said in known:
            rows = heard.findings[FIGURES[said.key]][1].frame if said.key in FIGURES else None
            wanted = RULES[said.key](asked, said, rows)
            assert {name: said.values[name] for name in wanted} == wanted, said.words
        moved = [said.values["day"] for said in known if said.key == "tariffs.move"]
        assert not moved or moved == [numbers.day(day) for day in asked.steps.index]
