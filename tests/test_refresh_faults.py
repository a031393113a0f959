"""Refresh over real sockets: what an agency can do wrong, on the way or in its figures, each said in one sentence."""

import re
from datetime import datetime

import pytest

import queries
from data.sources import statcan
from tests.official import connection, cubes, faults

VALET, INVESTMENT = "/valet/", "36100008-eng.zip"


FAULTS = {
    "busy": (faults.status(429, retry_after=0), "busy"),
    "down": (faults.status(503), "busy"),
    "gone": (faults.status(404), "nothing at"),
    "forbidden": (faults.status(403), "refuses"),
    "web page": (faults.html_with_200(), "web page"),
    "cut": (faults.cut_after(900), "broke off"),
    "other host": (faults.redirect("http://198.51.100.7/x.zip"), "another host"),
    "2 GB": (faults.announced_size(2_000_000_000), "more than 20 MB"),
    "endless": (faults.endless(), "more than 20 MB"),
    "half a zip": (faults.bytes_changed(lambda body: body[: len(body) // 2]), "cut off or damaged"),
    "dropped": (faults.drop_connection(), "broke off"),
    "silent": (faults.stall(3), "broke off or did not answer"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_on_the_way_is_one_sentence_and_leaves_yesterdays_tables(store, name):
    store.refresh("statcan_investment")
    before = store.edition()
    if name == "silent":
        store.configure("statcan_investment", read_timeout_seconds=0.3)
    store.official.world.revised = 1.01
    fault, sentence = FAULTS[name]
    store.official.fault(INVESTMENT, fault)
    assert store.refresh("statcan_investment", "bank_of_canada") == 1
    assert sentence in store.said("statcan_investment")
    assert "\n" not in store.said("statcan_investment")
    assert store.outcome("bank_of_canada") == "refreshed", "other sources go on"
    assert (store.edition().tables / "direct_investment.parquet").read_bytes() == (
        before.tables / "direct_investment.parquet"
    ).read_bytes()
    store.official.clear()
    store.configure("statcan_investment", read_timeout_seconds=20)
    assert store.refresh("statcan_investment") == 0


POSTED = {
    "endless": (faults.endless(), "more than 20 MB"),
    "silent": (faults.stall(10), "broke off or did not answer"),
    "web page": (faults.html_with_200(), "web page"),
}


@pytest.mark.parametrize("name", POSTED)
def test_an_answer_to_a_post_is_as_bounded_as_any(store, name):
    fault, sentence = POSTED[name]
    if name == "silent":
        store.configure("statcan_goods", read_timeout_seconds=2)
    store.official.fault("getDataFromVectorsAndLatestNPeriods", fault)
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert sentence in store.said("statcan_goods")


@pytest.mark.parametrize("source", ["statcan_investment", "cimt", "ircc_study_totals"])
def test_a_zip_that_unpacks_to_too_much_is_refused(store, source):
    store.configure(source, largest_unpacked_mb=0)
    assert store.refresh(source, accept=(source,)) == 1
    assert "unpacks to more than 0 MB, the limit set" in store.said(source)


@pytest.mark.parametrize(
    "fault", [faults.status(503), faults.status(429, retry_after=0), faults.cut_after(900), faults.drop_connection()]
)
def test_a_passing_fault_is_waited_out(store, fault):
    store.official.fault(INVESTMENT, fault, times=1)
    assert store.refresh("statcan_investment") == 0
    assert store.outcome("statcan_investment") == "refreshed"


def test_a_download_cut_off_goes_on_where_it_stopped(store):
    store.official.fault(INVESTMENT, faults.cut_after(900), times=1)
    store.refresh("statcan_investment")
    ranges = [
        {k.lower(): v for k, v in request.headers.items()}.get("range") for request in store.official.asked(INVESTMENT)
    ]
    assert ranges == [None, "bytes=900-"]


@pytest.mark.parametrize("text", ["soon", "", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_any_word_on_when_to_come_back_is_borne(store, text):
    store.official.fault(VALET, faults.status(503, retry_after=text), times=1)
    assert store.refresh("bank_of_canada") == 0


def test_figures_being_published_are_left_for_later(store):
    store.official.world.vectors = {0: 6}
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert "just publishing" in store.said("statcan_goods")


def test_vectors_that_fail_do_not_let_older_figures_take_their_place(store):
    store.official.world.vectors = {0: "FAILED"}
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert "answers for 0 of" in store.said("statcan_goods")


WRONG = {
    "renamed column": ({"renamed_column": {"VALUE": "Valeur"}}, "lacks the column VALUE"),
    "new country": ({"unknown_country": "Atlantis"}, "without a code: Atlantis"),
    "doubled row": ({"doubled_row": True}, "rows twice"),
    "changed unit": ({"unit": "Pounds"}, "unit that is not known: Pounds"),
    "unknown scalar": ({"scalar": "dozens"}, "scalar factor that is not known: dozens"),
    "unknown status": ({"statuses": {"Mexico": "Q"}}, "status that is not known"),
    "French file": ({"french": True}, "Table 36100008 is not the CSV it was"),
    "year lost": ({"year_lost": 2021}, "lacks the years 2021"),
    "rows dropped": ({"rows_dropped": 0.3}, "rows are gone"),
    "leap": ({"jump": 10.0}, "leaps from"),
    "changed scale": ({"scalar": "thousands"}, "leaps from"),
}


@pytest.mark.parametrize("name", WRONG)
def test_figures_that_are_not_as_they_should_be_are_refused(store, name):
    changes, sentence = WRONG[name]
    assert sentence in store.refuses_after("statcan_investment", changes)


def test_a_dimension_of_another_name_is_refused(store):
    store.official.world.renamed_column = {"Seasonal adjustment": "Adjustment"}
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert "lacks the column Seasonal adjustment" in store.said("statcan_goods")


def test_other_members_of_a_dimension_are_refused(store, monkeypatch):
    monkeypatch.setattr(cubes, "ADJUSTMENTS", ["Unadjusted", "Trend-cycle"])
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    told = "Table 12-10-0011 has other members of Seasonal adjustment: Trend-cycle, Unadjusted."
    assert store.said("statcan_goods") == told


def test_a_leap_can_be_accepted(store):
    store.refresh("statcan_investment")
    store.official.world.jump = 10.0
    assert store.refresh("statcan_investment", accept=("statcan_investment",)) == 0


def publishes_on(monkeypatch, day):
    """Let the agencies say that what they have was last changed on this day."""
    monkeypatch.setattr(connection, "FIRST_MODIFIED", datetime.fromisoformat(f"{day}T13:30+00:00"))


@pytest.mark.parametrize("source", ["statcan_investment", "cimt", "ircc_study"])
def test_an_answer_of_the_future_is_refused_even_if_accepted(store, monkeypatch, source):
    publishes_on(monkeypatch, "2027-03-01")
    assert store.refresh(source, accept=(source,)) == 1
    assert store.said(source) == "The answer says it was published on 2027-03-01, which is still to come."
    publishes_on(monkeypatch, "2026-12-15")
    assert store.refresh(source, accept=(source,)) == 0
    assert store.edition().source(source).vintage == "2026-12-15"


def test_vectors_of_the_future_are_refused(store):
    store.official.world.released = "2027-03-01T08:30"
    assert store.refresh("statcan_goods", accept=("statcan_goods",)) == 1
    assert "2027-03-01, which is still to come" in store.said("statcan_goods")


@pytest.mark.parametrize("source", ["statcan_investment", "cimt", "ircc_study"])
def test_an_older_answer_takes_no_newer_ones_place(store, monkeypatch, source):
    assert store.refresh(source, accept=(source,)) == 0
    before = store.edition()
    store.official.world.revised = 0.99
    publishes_on(monkeypatch, "2026-10-01")
    assert store.refresh(source) == 1
    assert "older than what is held" in store.said(source)
    assert "as published on 2026-10-01, not 2026-11-04" in store.said(source)
    assert store.edition() == before
    assert store.refresh(source, accept=(source,)) == 0
    assert store.edition().source(source).vintage == "2026-11-04", "what is accepted follows what was held"


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
    store.official.clear()
    both = faults.member_changed(
        "36100007.csv", lambda table: table.replace("Japan", "Burma").replace("China", "Myanmar")
    )
    store.official.fault("36100007-eng.zip", both)
    assert store.refresh("statcan_services") == 1
    assert "Two labels of one country have a value each: MMR, exports, 2010-01-01" in store.said("statcan_services")


def test_without_a_byte_order_mark_the_file_reads_the_same(store):
    store.official.world.without_bom = True
    assert store.refresh("statcan_investment") == 0


UNFORESEEN = {
    "no observations": (
        VALET,
        faults.bytes_changed(lambda body: b'{"observations": [], "seriesDetail": {"FXUSDCAD": 1, "FXMXNCAD": 1}}'),
    ),
    "nested": (VALET, faults.bytes_changed(lambda body: b"[" * 100_000)),
    "no value": (VALET, faults.bytes_changed(lambda body: re.sub(rb'"v": *"[^"]*"', b'"v": null', body))),
    "not a table": ("getFullTableDownloadCSV", faults.bytes_changed(lambda body: b'{"status": "SUCCESS"}')),
}


@pytest.mark.parametrize("name", UNFORESEEN)
def test_an_answer_nobody_foresaw_stops_its_own_source_only(store, name):
    path, fault = UNFORESEEN[name]
    store.official.fault(path, fault)
    sources = ["bank_of_canada", "statcan_investment"]
    assert store.refresh(*sources) == 1
    outcomes = {source: store.outcome(source) for source in sources}
    assert sorted(outcomes.values()) == ["failed", "refreshed"]
    assert str(store.folder) not in "".join(store.said(source) for source in sources), "readers see these sentences"


def test_only_the_source_that_is_wrong_is_refused(store, monkeypatch):
    both = ("statcan_investment", "bank_of_canada", "ircc_study")
    monkeypatch.setitem(statcan.EMPTY, "..", "a mark nobody knows")
    store.official.world.statuses = {"Mexico": ".."}
    assert store.refresh(*both) == 1
    assert [store.outcome(source) for source in both] == ["failed", "refreshed", "refreshed"]
