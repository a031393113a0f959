"""Rules, measures, the tariff schedule and the timeline say the same: days, rates and what stands."""

import re
from datetime import date, timedelta

import pandas as pd
import pytest

import queries
from data import recipe
from data.tables import tariff_measures, tariff_rules

RULES = tariff_rules.rows()
MEASURES = tariff_measures.rows()
LAST = date(2030, 1, 1)
# Lists of steel derivatives of March and June 2025 are not at hand: the caveat tariff_steel_lists_gap says so.
LISTS_MISSING = {"US-232-STEEL-DERIV": (date(2025, 3, 12), date(2025, 8, 17))}
# What is charged in place of the cited rate, each an assumption that docs/methods.md states.
ASSUMED = {23.7625: 25, 48: 100}


def days(frame):
    """Every day on which any row of these stands."""
    spans = ((row.valid_from, LAST if pd.isna(row.valid_to) else row.valid_to) for row in frame.itertuples())
    return {first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)}


def ends(frame, column):
    return set(frame[column].where(frame[column].notna(), None))


def test_a_rule_starts_and_ends_on_days_of_its_measure():
    """Moving a rule by a day, or its measure, fails: the two are written down apart, each with its citation."""
    for rule in RULES.to_dict("records"):
        measure = MEASURES[MEASURES["measure_id"] == rule["measure_id"]]
        last = None if pd.isna(rule["valid_to"]) else rule["valid_to"]
        assert rule["valid_from"] in ends(measure, "valid_from"), rule["rule_id"]
        assert last in ends(measure, "valid_to"), rule["rule_id"]


def test_a_measure_is_charged_on_the_days_it_is_in_force():
    for measure in sorted(set(RULES["measure_id"])):
        charged = days(RULES[RULES["measure_id"] == measure])
        in_force = days(MEASURES[MEASURES["measure_id"] == measure])
        first, last = LISTS_MISSING.get(measure, (LAST, date.min))
        assert charged == {day for day in in_force if not first <= day <= last}, measure


def test_a_rule_charges_a_rate_that_its_measure_cites():
    for rule in RULES.to_dict("records"):
        measure = MEASURES[MEASURES["measure_id"] == rule["measure_id"]]
        begun = measure["valid_from"] <= rule["valid_from"]
        standing = measure[begun & (measure["valid_to"].isna() | (measure["valid_to"] >= rule["valid_from"]))]
        cited = set(standing["cited_rate_pct"])
        assert ASSUMED.get(rule["rate_pct"], rule["rate_pct"]) in cited or any(map(pd.isna, cited)), rule["rule_id"]


def printed():
    """The rates that each heading of chapter 99 has been printed with, in percent; no change is none."""
    lines = recipe.read("hts_chapter99")
    rates = lines["general"].str.extract(r"(\d+(?:\.\d+)?)%")[0].astype(float)
    return rates.fillna(0).groupby(lines["htsno"]).agg(set)


PRINTED = printed()
HEADED = RULES[RULES["hts_headings"] != ""]


def test_a_rule_charges_the_rate_that_the_schedule_prints():
    """A floor has two headings: at or above the rate nothing is added, below it the total is the rate."""
    for rule in HEADED.to_dict("records"):
        known = [heading for heading in rule["hts_headings"].split("; ") if heading in PRINTED.index]
        rates = [PRINTED[heading] - {0} for heading in known]
        assert all(rule["rate_pct"] in some for some in rates if some), rule["rule_id"]
        assert any(rates) or not known, rule["rule_id"]


def test_most_rules_are_held_against_the_schedule():
    known = HEADED["hts_headings"].map(lambda cell: any(heading in PRINTED.index for heading in cell.split("; ")))
    assert known.sum() > 100
    own = RULES[(RULES["authority"] == "ieepa_reciprocal") & ~RULES["partner"].isin(["CHN", "HKG"])]
    assert (own["hts_headings"] != "").all()


def test_every_partner_is_known_in_equal_detail():
    """Each pays a reciprocal rate on every day of it, and its own tier of Section 301; Russia none of the first."""
    partners = set(queries.ask("tariff_partners").frame["partner"]) - {"CAN", "MEX"}
    for partner in partners:
        own = RULES[RULES["partner"] == partner]
        reciprocal = days(own[own["authority"] == "ieepa_reciprocal"])
        expected = days(pd.DataFrame({"valid_from": [date(2025, 4, 5)], "valid_to": [date(2026, 2, 19)]}))
        assert reciprocal == (set() if partner == "RUS" else expected), partner
        assert len(own[own["authority"] == "s301_fl"]) == 1, partner


def test_headings_have_the_form_of_the_schedule():
    cells = {heading for cell in HEADED["hts_headings"] for heading in cell.split("; ")}
    assert [heading for heading in cells if not re.fullmatch(r"9903\.\d\d\.\d\d", heading)] == []


# Events of the timeline that are the first day of a measure, or the day after its last.
STARTS = {
    "e015": "US-232-STEEL-2018",
    "e058": "US-IEEPA-FENT-CAN",
    "e060": "US-232-STEEL",
    "e063": "US-232-AUTOS",
    "e072": "US-IEEPA-FENT-CAN",
    "e087": "MX-2026-LIGIE",
    "e096": "US-122",
    "e098": "US-232-METALS-APR2026",
    "e110": "US-301-FORCED-LABOUR",
    "e112": "US-338-CAN-DAIRY",
    "e129": "CA-SURTAX-2026-338",
    "e133": "US-338-CAN-AUTOS",
    "e135": "US-338-CAN-BANS",
}
ENDED = {
    "e075": "CA-SURTAX-2025-1",
    "e094": "US-IEEPA-FENT-CAN",
    "e096": "US-IEEPA-FENT-MEX",
    "e124": "US-232-ALU-2020-CAN",
}
ANNOUNCED = {
    "e055": "US-IEEPA-FENT-CAN",
    "e106": "US-338-CAN-DAIRY",
    "e128": "CA-SURTAX-2026-338",
    "e131": "US-338-CAN-BANS",
}


@pytest.fixture(scope="module")
def happened():
    return queries.table("events").frame.set_index("event")["date"].dt.date


@pytest.mark.parametrize(("event", "measure"), STARTS.items())
def test_the_timeline_starts_a_measure_on_its_day(happened, event, measure):
    assert happened[event] in ends(MEASURES[MEASURES["measure_id"] == measure], "valid_from")


@pytest.mark.parametrize(("event", "measure"), ENDED.items())
def test_the_timeline_ends_a_measure_on_its_day(happened, event, measure):
    rows = MEASURES[MEASURES["measure_id"] == measure]
    last = {day for name in ("valid_to", "collected_to") for day in ends(rows, name) - {None}}
    assert happened[event] in {day + timedelta(days=1) for day in last}


@pytest.mark.parametrize(("event", "measure"), ANNOUNCED.items())
def test_the_timeline_announces_a_measure_on_its_day(happened, event, measure):
    assert happened[event] in ends(MEASURES[MEASURES["measure_id"] == measure], "announced_on")


@pytest.mark.parametrize("day", ["2026-08-18", "2026-08-19", "2026-08-21", "2026-08-22"])
def test_section_338_is_paused_for_three_days_and_then_charged(day):
    standing = queries.ask("tariff_measures", date=day).frame.set_index("measure_id")["measure_status"]
    status = "announced" if day < "2026-08-19" else "paused" if day < "2026-08-22" else "in_force"
    assert standing["US-338-CAN-DAIRY"] == status
    charged = set(queries.ask("tariff_measures_charged", date=day, partner=["CAN"]).frame["measure_id"])
    assert ("US-338-CAN-DAIRY" in charged) == (status == "in_force")


SURTAXES = {
    "goods_2018": "CA-SURTAX-2018-OTHER",
    "goods_2025": "CA-SURTAX-2025-1",
    "steel_2025": "CA-SURTAX-2025-STEEL-ALU",
    "autos_2025": "CA-SURTAX-2025-AUTOS",
    "goods_2026": "CA-SURTAX-2026-338",
}


@pytest.mark.parametrize(("surtax", "measure"), SURTAXES.items())
def test_a_surtax_of_canada_stands_on_the_days_of_its_measure(surtax, measure):
    rows = MEASURES[MEASURES["measure_id"] == measure]
    charged = queries.table("canada_surtaxes").frame.set_index("surtax").loc[surtax]
    assert charged["valid_from"].date() in ends(rows, "valid_from")
    assert (None if pd.isna(charged["valid_to"]) else charged["valid_to"].date()) in ends(rows, "valid_to")
    assert rows["cited_rate_pct"].between(charged["rate_low_pct"], charged["rate_high_pct"]).all()
