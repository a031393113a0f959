"""The tariff engine against a second implementation of docs/methods.md that shares no SQL with it."""

from copy import copy

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import queries
from data import TABLES
from tests import independent_rates
from tests.independent_law import DAY, EVERYONE
from tests.independent_rates import AS_IN_LAW, RECORD, Supposed

EXACT = 1e-9
# The history keeps six digits of a million: a cell is off by half of the last one at most.
ROUNDED = 0.5e-6 + 1e-8
CELL = ["partner", "sector", "authority", "programme"]
AMOUNTS = ["value_covered_usd_m", "duty_usd_m"]


@pytest.fixture(scope="module")
def law():
    """Rules, lists and trade as the raw figures and their corrections give them."""
    return independent_rates.law_of_today()


@pytest.fixture(scope="module")
def charged(law):
    """What every measure charges, for each day that moves a rule."""
    return {day: independent_rates.charged(day, AS_IN_LAW) for day in independent_rates.every_day(law)}


@pytest.fixture(scope="module")
def history():
    """The cells of the table, by the day from which they hold."""
    return by_first_day("tariff_history")


def by_first_day(name):
    table = pd.read_parquet(TABLES / f"{name}.parquet")
    return {pd.Timestamp(day): cells for day, cells in table.groupby("valid_from")}


def differences(parts, history, day):
    """The cells of a day that the history and the second implementation do not have alike."""
    known = history[max(first for first in history if first <= day)].set_index(CELL)[AMOUNTS].add_suffix("_of_history")
    both = parts.groupby(CELL)[AMOUNTS].sum().join(known, how="outer").fillna(0)
    apart = [(both[name] - both[f"{name}_of_history"]).abs() > ROUNDED + EXACT * both[name] for name in AMOUNTS]
    return both[apart[0] | apart[1]].assign(valid_from=day)


def test_every_day_that_moves_a_rule_begins_a_span(law, history):
    first, *others = sorted(history)
    assert others == law.days
    assert first < law.days[0]


def test_spans_follow_one_another(history):
    first = sorted(history)
    last = [pd.to_datetime(history[day]["valid_to"]).unique() for day in first]
    assert [list(days) for days in last[:-1]] == [[day - DAY] for day in first[1:]]
    assert pd.isna(last[-1]).all()


def test_every_partner_pays_what_the_rules_say(charged, history):
    """Each programme’s duty on each sector of each partner, for each day that moves a rule."""
    apart = pd.concat([differences(parts, history, day) for day, parts in charged.items()])
    assert apart.empty, f"{len(apart)} cells differ, the first of them:\n{apart.head(20).to_string()}"


def test_if_cusma_lapsed_its_partners_pay_what_the_rules_say(law, history):
    lapsed = by_first_day("tariff_history_lapsed")
    assert sorted(lapsed) == sorted(history)
    for day in sorted(lapsed)[::6]:
        parts = independent_rates.parts(law, day, Supposed(cusma="lapsed"))
        apart = differences(parts[parts["partner"].isin(["CAN", "MEX"])], lapsed, day)
        assert apart.empty, f"{len(apart)} cells differ, the first of them:\n{apart.head(20).to_string()}"


def test_rates_are_those_that_were_read(charged):
    """A rule that moves shows here by partner and day: read the difference, then `python -m tests.independent_rates`."""
    found = independent_rates.record(charged)
    pd.testing.assert_frame_equal(found, pd.read_csv(RECORD), check_dtype=False, rtol=0, atol=1.01e-4)


def asked(name, day, supposed, partners):
    """A query’s answer for a day and a what-if."""
    override = [f"{measure}:{percent!r}" for measure, percent in supposed.override]
    what_if = {"cusma": supposed.cusma, "claims": supposed.claims, "content": supposed.content, "override": override}
    return queries.ask(name, date=str(day.date()), partner=partners, **what_if).frame


def same(mine, theirs):
    """Whether two frames with one index hold the same numbers."""
    theirs = theirs.sort_index()[list(mine.columns)]
    pd.testing.assert_frame_equal(
        mine.sort_index(), theirs, check_dtype=False, check_names=False, rtol=EXACT, atol=EXACT
    )


@pytest.mark.parametrize("day", ["2025-10-14", "2026-06-08"])
def test_a_day_is_answered_as_the_rules_say(law, day):
    day, partners = pd.Timestamp(day), list(law.partners)
    rates = independent_rates.rates(independent_rates.charged(day, AS_IN_LAW)).to_frame("effective_rate_pct")
    same(rates, asked("tariff_rate", day, AS_IN_LAW, partners).set_index("partner"))
    shares = independent_rates.coverage(law, day)
    same(shares, asked("tariff_coverage", day, AS_IN_LAW, partners).set_index("partner"))


@st.composite
def what_ifs(draw, measures):
    """Any setting of the what-if panel, with other rates for up to three measures."""
    rates = st.floats(0, 120).map(lambda rate: round(rate, 2))
    return Supposed(
        cusma=draw(st.sampled_from(["kept", "lapsed"])),
        claims=draw(st.sampled_from(["since_july_2025", "2024"])),
        content=round(draw(st.floats(0, 1)), 3),
        override=tuple(sorted(draw(st.dictionaries(st.sampled_from(measures), rates, max_size=3)).items())),
    )


# What fails is small as it is: to look for less would take minutes.
@given(data=st.data())
@settings(max_examples=8, deadline=None, phases=[Phase.generate])
def test_a_what_if_is_answered_as_the_rules_say(law, data):
    day = pd.Timestamp(data.draw(st.dates(law.days[0].date(), law.days[-1].date())))
    in_force = sorted({rule.measure_id for rule in law.rules if rule.valid_from <= day <= rule.valid_to})
    supposed = data.draw(what_ifs(in_force or ["US-232-AUTOS"]))
    partners = sorted({"CAN", "MEX", *data.draw(st.lists(st.sampled_from(list(law.partners)), max_size=3))})
    by_measure = ["partner", "measure_id"]
    mine = independent_rates.parts(law, day, supposed).groupby(by_measure)[AMOUNTS].sum().loc[partners]
    theirs = asked("tariff_exposure", day, supposed, partners).groupby(by_measure)[AMOUNTS].sum()
    # A product of which nothing was imported is a row of nothing there.
    same(mine, theirs[theirs["value_covered_usd_m"] > 0])
    shares = independent_rates.coverage(law, day, supposed).loc[partners]
    same(shares, asked("tariff_coverage", day, supposed, partners).set_index("partner"))


FAULTS = {
    "begins a day late": ("general", lambda rule: {"valid_from": rule.valid_from + DAY}),
    "begins a day early": ("own", lambda rule: {"valid_from": rule.valid_from - DAY}),
    "ends a day early": ("on metal", lambda rule: {"valid_to": rule.valid_to - DAY}),
    "another rate": ("general", lambda rule: {"rate_pct": rule.rate_pct + 0.01}),
    "no list": ("general", lambda rule: {"tariff_scope": "bus"}),
    "no exception": ("excepting", lambda rule: {"except_scopes": ""}),
    "another partner": ("own", lambda rule: {"partner": "KOR" if rule.partner == "JPN" else "JPN"}),
    "on the whole value": ("on metal", lambda rule: {"rate_kind": "add"}),
    "CUSMA does not help": ("claimed", lambda rule: {"cusma_rule": "none"}),
    "first of all": ("on metal", lambda rule: {"priority": 1.0}),
}
KINDS = {
    "general": lambda rule: rule.measure_id == "US-232-AUTOS" and rule.partner == EVERYONE,
    "own": lambda rule: rule.measure_id == "US-232-AUTOS" and rule.partner != EVERYONE,
    "on metal": lambda rule: rule.rate_kind.startswith("metal_") and rule.partner == EVERYONE,
    "excepting": lambda rule: rule.except_scopes and rule.partner == EVERYONE,
    "claimed": lambda rule: rule.cusma_rule == "full" and rule.partner == EVERYONE,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_rule_that_is_another_is_noticed(law, history, fault):
    """The history is of today’s rules: beside it a rule with one fault stands out."""
    kind, change = FAULTS[fault]
    rule = next(rule for rule in law.rules if KINDS[kind](rule))
    broken = copy(law)
    broken.rules = [other._replace(**change(rule)) if other is rule else other for other in law.rules]
    parts = independent_rates.parts(broken, rule.valid_from)
    assert broken.days != law.days or not differences(parts, history, rule.valid_from).empty
