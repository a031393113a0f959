"""What can be wrong with what an agency answers, each said in one sentence, over real sockets.

An adapter is asked by itself; a whole refresh runs where what follows an answer could go wrong, too.
"""

import re
from datetime import datetime

import pandas as pd
import pytest

import queries
from data.refresh import continuity
from data.refresh.problems import SourceProblem
from data.sources import statcan, statcan_sections
from tests.official import faults
from tests.refresh_store import TODAY

VALET = "/valet/"


def test_figures_being_published_are_left_for_later(store):
    store.official.world.vectors = {0: 6}
    assert "just publishing" in store.refusal("statcan_goods")


def test_vectors_that_fail_do_not_let_older_figures_take_their_place(store):
    store.official.world.vectors = {0: "FAILED"}
    assert "answers for 0 of" in store.refusal("statcan_goods")


FORMS = {
    "renamed column": ({"renamed_column": {"VALUE": "Valeur"}}, "lacks the column VALUE"),
    "new name": ({"unknown_country": "Estados Unidos Mexicanos"}, "may stand for a country or total that pages show"),
    "doubled row": ({"doubled_row": True}, "rows twice"),
    "changed unit": ({"unit": "Pounds"}, "unit that is not known: Pounds"),
    "unknown scalar": ({"scalar": "dozens"}, "scalar factor that is not known: dozens"),
    "unknown status": ({"statuses": {"Mexico": "Q"}}, "status that is not known"),
    "French file": ({"french": True}, "Table 36100008 is not the CSV it was"),
}
FIGURES = {
    "year lost": ({"year_lost": 2021}, "lacks the years 2021"),
    "rows dropped": ({"rows_dropped": 0.3}, "rows are gone"),
    "leap": ({"jump": 10.0}, "leaps from"),
    "changed scale": ({"scalar": "thousands"}, "leaps from"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_table_of_another_form_is_refused(store, name):
    changes, sentence = FORMS[name]
    store.change(**changes)
    assert sentence in store.refusal("statcan_investment")


@pytest.mark.parametrize("name", FIGURES)
def test_figures_that_do_not_go_on_are_refused(store, name):
    changes, sentence = FIGURES[name]
    assert sentence in store.refusal_after("statcan_investment", **changes)


def test_a_dimension_of_another_name_is_refused(store):
    store.change(renamed_column={"Seasonal adjustment": "Adjustment"})
    assert "lacks the column Seasonal adjustment" in store.refusal("statcan_goods")


def test_other_members_of_a_dimension_are_refused(store):
    store.change(adjustments=("Unadjusted", "Trend-cycle"))
    told = "Table 12-10-0011 has other members of Seasonal adjustment: Trend-cycle, Unadjusted."
    assert store.refusal("statcan_goods") == told


def test_a_leap_can_be_accepted(store):
    store.begin_refreshed("statcan_investment")
    store.change(jump=10.0)
    assert store.refresh("statcan_investment", accept=("statcan_investment",)) == 0


def published_on(day):
    """The moment at which agencies say that what they have was last changed, on this day."""
    return datetime.fromisoformat(f"{day}T13:30+00:00")


def test_an_answer_of_the_future_is_refused_even_if_accepted(store):
    source = "statcan_investment"
    store.change(modified=published_on("2027-03-01"))
    assert store.refresh(source, accept=(source,)) == 1
    assert store.sentence(source) == "The answer says it was published on 2027-03-01, which is still to come."
    store.change(modified=published_on("2026-12-15"))
    assert store.refresh(source, accept=(source,)) == 0
    assert store.edition().source(source).vintage == "2026-12-15"


def test_vectors_of_the_future_are_refused(store):
    store.change(released="2027-03-01T08:30")
    _, figures = store.ask("statcan_goods")
    with pytest.raises(SourceProblem, match="2027-03-01, which is still to come"):
        continuity.not_ahead(figures, TODAY.date())


def test_an_older_answer_takes_no_newer_ones_place(store):
    source = "statcan_investment"
    store.begin_refreshed(source)
    before = store.edition()
    store.change(revised=0.99, modified=published_on("2026-10-01"))
    assert store.refresh(source) == 1
    assert "older than what is held" in store.sentence(source)
    assert "as published on 2026-10-01, not 2026-11-04" in store.sentence(source)
    assert store.edition() == before
    assert store.refresh(source, accept=(source,)) == 0
    assert store.edition().source(source).vintage == "2026-11-04", "what is accepted follows what was known"


@pytest.mark.parametrize("source", ["cimt", "ircc_study"])
def test_other_sources_name_the_day_of_publication_too(store, source):
    store.configure("cimt", first_year=2026)
    _, known = store.ask(source)
    store.change(modified=published_on("2026-10-01"))
    _, older = store.ask(source)
    with pytest.raises(SourceProblem, match="as published on 2026-10-01, not 2026-11-04"):
        continuity.not_older(known, older)
    store.change(modified=published_on("2027-03-01"))
    _, ahead = store.ask(source)
    with pytest.raises(SourceProblem, match="2027-03-01, which is still to come"):
        continuity.not_ahead(ahead, TODAY.date())


def with_two_labels(table):
    """Japan as Burma, China as Myanmar, with Burma's cells empty until 2019 and Myanmar's from then on."""
    lines = []
    for line in table.replace('"Japan"', '"Burma"').replace('"China"', '"Myanmar"').splitlines(keepends=True):
        is_early, cells = line[1:5] < "2019", line.split(",")
        if ('"Burma"' in line and is_early) or ('"Myanmar"' in line and not is_early):
            cells[-5:-3] = ['""', '".."']
        lines.append(",".join(cells))
    return "".join(lines)


def test_two_labels_of_one_country_are_one_figure(store):
    store.official.fault("36100007-eng.zip", faults.member_changed("36100007.csv", with_two_labels))
    assert store.refresh("statcan_services") == 0
    found = queries.table("services_trade_annual").frame
    country = found[found["country"] == "MMR"]
    assert not country.duplicated(["flow", "service", "year"]).any()
    assert country["value_cad_m"].notna().all()


def test_two_labels_of_one_country_with_a_value_each_are_refused(store):
    both = faults.member_changed(
        "36100007.csv", lambda table: table.replace("Japan", "Burma").replace("China", "Myanmar")
    )
    store.official.fault("36100007-eng.zip", both)
    told = "Two labels of one country have a value each: MMR, exports, 2010-01-01"
    assert told in store.refusal("statcan_services")


def test_without_a_byte_order_mark_the_file_reads_the_same(store):
    _, marked = store.ask("statcan_investment")
    store.change(without_bom=True)
    _, plain = store.ask("statcan_investment")
    assert plain.equals(marked)


UNREADABLE = {
    "no observations": (
        b'{"observations": [], "seriesDetail": {"FXUSDCAD": 1, "FXMXNCAD": 1}}',
        "(“observations” is not as it was) in place of daily observations of the rates asked for",
    ),
    "no value": (re.compile(rb'"v": *"[^"]*"'), "has a day that cannot be read"),
    "a series gone": (re.compile(rb"FXMXNCAD"), "lacks the series FXMXNCAD"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_rates_that_cannot_be_read_are_refused(store, name):
    change, sentence = UNREADABLE[name]
    put = {"no value": b'"v": null', "a series gone": b"FXEURCAD"}.get(name, b"")
    store.official.fault(
        VALET, faults.bytes_changed(lambda body: change if isinstance(change, bytes) else change.sub(put, body))
    )
    assert sentence in store.refusal("bank_of_canada")


UNFORESEEN = {
    "nested": (VALET, b"[" * 100_000),
    "not a table": ("getFullTableDownloadCSV", b'{"status": "SUCCESS"}'),
}


@pytest.mark.parametrize("name", UNFORESEEN)
def test_an_answer_nobody_foresaw_stops_its_own_source_only(store, name):
    path, body = UNFORESEEN[name]
    store.official.fault(path, faults.bytes_changed(lambda _: body))
    sources = ["bank_of_canada", "statcan_services"]
    assert store.refresh(*sources) == 1
    outcomes = {source: store.outcome(source) for source in sources}
    assert sorted(outcomes.values()) == ["failed", "refreshed"]
    assert str(store.folder) not in "".join(store.sentence(source) for source in sources), "readers see these sentences"


def test_only_the_source_that_is_wrong_is_refused(store, monkeypatch):
    sources = ("statcan_investment", "bank_of_canada", "ircc_visas")
    monkeypatch.setitem(statcan.EMPTY, "..", "a mark nobody knows")
    store.change(statuses={"Mexico": ".."})
    assert store.refresh(*sources) == 1
    assert [store.outcome(source) for source in sources] == ["failed", "refreshed", "refreshed"]


def test_consumer_prices_go_on_after_the_months_that_come_with_the_site(store):
    before = pd.read_parquet(store.edition().tables / "consumer_prices.parquet")
    assert store.refresh("statcan_prices") == 0
    after = pd.read_parquet(store.edition().tables / "consumer_prices.parquet")
    assert len(after) == len(before) + 2, "August and September 2026"
    kept = after.merge(before, on="month", suffixes=("", "_before"))
    assert kept["consumer_price_index"].equals(kept["consumer_price_index_before"])


def test_farm_and_food_of_the_table_are_the_years_that_come_with_the_site(store):
    before = pd.read_parquet(store.edition().tables / "farm_food_trade_annual.parquet")
    assert store.refresh("statcan_sections") == 0
    after = pd.read_parquet(store.edition().tables / "farm_food_trade_annual.parquet")
    assert set(after["source"]) == {"statcan_sections"}
    assert set(after["vintage"]) == {"2026-11-04"}
    same = ["partner", "year", "imports_cad_m", "exports_cad_m"]
    pd.testing.assert_frame_equal(*(frame[same].sort_values(same).reset_index(drop=True) for frame in (before, after)))
    assert store.edition().sources("farm_food_trade_annual") == ["statcan_sections"]


def test_a_table_without_farm_and_food_of_a_partner_is_refused(store, monkeypatch):
    monkeypatch.setattr(statcan_sections, "PARTNERS", ("Mexico", "Atlantis"))
    told = "Table 12-10-0173 lacks Export and Atlantis of its farm and food products."
    assert store.refusal("statcan_sections") == told
    store.change(renamed_column={"Trading partner": "Partner"})
    assert "lacks the column Trading partner" in store.refusal("statcan_sections")


def test_another_base_year_is_no_index_of_ours(store):
    store.change(unit="2015=100")
    assert "a unit that is not known: 2015=100" in store.refusal("statcan_prices")


def test_tables_are_read_from_their_first_period_not_only_what_vectors_hold(store):
    """12-10-0011 since January 1997 and all years of 36-10-0008, each of Mexico's series without a gap."""
    # Vectors are released after the table: they add its newest month, and hold 24.
    store.change(first_year=1997, first_position_year=1987, table_lags=1, released="2026-11-05T08:30")
    spans = {"statcan_goods": ("1997-01", "2026-09", "M", 8), "statcan_investment": ("1987", "2025", "Y", 2)}
    for source, (first, last, each, many) in spans.items():
        figures = store.ask(source)[1].query("country == 'MEX'")
        expected = pd.period_range(first, last, freq=each)
        held = figures.groupby("series")["period"].agg(
            lambda days, each=each: list(pd.PeriodIndex(days, freq=each).sort_values())
        )
        assert len(held) == many, source
        assert all(periods == list(expected) for periods in held), source
