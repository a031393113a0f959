"""What can go wrong on the way to an agency, each said in one sentence, over real sockets.

An adapter is asked by itself; a whole refresh runs where what follows an answer could go wrong, too.
"""

import pytest

from data.refresh.problems import SourceProblem
from tests.official import faults

VALET, INVESTMENT = "/valet/", "36100008-eng.zip"
VECTORS = "/t1/wds/rest/getDataFromVectorsAndLatestNPeriods"

FAULTS = {
    "busy": (faults.status(429, retry_after=0), "busy"),
    "down": (faults.status(503), "busy"),
    "gone": (faults.status(404), "nothing at"),
    "forbidden": (faults.status(403), "refuses"),
    "web page": (faults.html_with_200(), "web page"),
    "cut": (faults.cut_after(900), "broke off"),
    "other host": (faults.redirect("http://198.51.100.7/x.zip"), "another host"),
    "in circles": (faults.redirect(INVESTMENT), "without end"),
    "2 GB": (faults.announced_size(2_000_000_000), "more than 20 MB"),
    "endless": (faults.endless(), "more than 20 MB"),
    "half a zip": (faults.bytes_changed(lambda body: body[: len(body) // 2]), "cut off or damaged"),
    "dropped": (faults.drop_connection(), "broke off"),
    "silent": (faults.silence(), "broke off or did not answer"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_on_the_way_is_one_sentence_and_leaves_nothing_behind(store, name):
    fault, sentence = FAULTS[name]
    if name == "silent":
        store.configure("statcan_investment", read_timeout_seconds=0.3)
    store.official.fault(INVESTMENT, fault)
    assert sentence in store.refusal("statcan_investment")
    store.official.clear()
    store.configure("statcan_investment", read_timeout_seconds=20)
    _, figures = store.ask("statcan_investment")
    assert len(figures)


QUOTA = b'{"statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 09:21:14."}'
USED_UP = {
    "in the header": (faults.status(403, retry_after=36_000), "quota is used up (HTTP 403), in force again at 20"),
    "a moment": (
        faults.status(429, retry_after="Wed, 21 Oct 2065 07:28:00 GMT"),
        "in force again at 2065-10-21 07:28 UTC",
    ),
    "in its words": (
        faults.replied(403, QUOTA),
        "It says “Out of call volume quota. Quota will be replenished in 09:21:14.”.",
    ),
}


@pytest.mark.parametrize("name", USED_UP)
def test_a_quota_that_is_used_up_says_until_when_and_is_not_asked_again(store, name):
    fault, sentence = USED_UP[name]
    store.official.fault(INVESTMENT, fault)
    assert sentence in store.refusal("statcan_investment")
    assert len(store.official.asked(INVESTMENT)) == 1


def test_an_error_is_told_in_the_sources_own_words(store):
    told = b'{"count": -1, "data": null, "error": "", "errorObject": {"errorMessage": "Invalid period"}}'
    store.official.fault(INVESTMENT, faults.replied(400, told))
    assert store.refusal("statcan_investment").endswith("(HTTP 400). It says “Invalid period”.")


def test_an_answer_without_end_is_given_up_in_time(store):
    store.configure("statcan_investment", deadline_seconds=0.2)
    store.official.fault(INVESTMENT, faults.trickle(0.05))
    assert "took longer than 0.2 s" in store.refusal("statcan_investment")


@pytest.mark.parametrize("name", ["cut", "half a zip"])
def test_a_source_that_fails_leaves_yesterdays_tables_and_stops_no_other(store, name):
    store.begin_refreshed("statcan_investment")
    before = store.edition().tables / "direct_investment.parquet"
    store.official.world.revised = 1.01
    fault, sentence = FAULTS[name]
    store.official.fault(INVESTMENT, fault)
    assert store.refresh("statcan_investment", "statcan_services") == 1
    assert sentence in store.sentence("statcan_investment")
    assert store.outcome("statcan_services") == "refreshed", "other sources go on"
    after = store.edition().tables / "direct_investment.parquet"
    assert after != before
    assert after.read_bytes() == before.read_bytes()
    store.official.clear()
    assert store.refresh("statcan_investment") == 0
    assert store.outcome("statcan_investment") == "refreshed"


POSTED = {
    "endless": (faults.endless(), "more than 20 MB"),
    "silent": (faults.silence(), "broke off or did not answer"),
    "web page": (faults.html_with_200(), "web page"),
}


@pytest.mark.parametrize("name", POSTED)
def test_an_answer_to_a_post_is_as_bounded_as_any(store, name):
    fault, sentence = POSTED[name]
    store.configure("statcan_goods", read_timeout_seconds=0.3)
    store.official.fault(VECTORS, fault)
    with pytest.raises(SourceProblem, match=sentence):
        store.web("statcan_goods").post(VECTORS, [{"vectorId": 87008800, "latestN": 1}])


@pytest.mark.parametrize("source", ["statcan_investment", "cimt", "ircc_study_totals"])
def test_a_zip_that_unpacks_to_too_much_is_refused(store, source):
    store.configure(source, largest_unpacked_mb=0.0001)
    assert "unpacks to more than 0.0001 MB, the limit set" in store.refusal(source)


@pytest.mark.parametrize(
    "fault",
    [
        faults.status(409),
        faults.status(403, retry_after=0),
        faults.status(503),
        faults.status(429, retry_after=0),
        faults.cut_after(900),
        faults.drop_connection(),
    ],
)
def test_a_passing_fault_is_waited_out(store, fault):
    store.official.fault(INVESTMENT, fault, times=1)
    store.ask("statcan_investment")
    assert len(store.official.asked(INVESTMENT)) == 2


@pytest.mark.parametrize("knows_parts", [True, False])
def test_a_download_cut_off_goes_on_where_it_stopped(store, knows_parts):
    _, whole = store.ask("statcan_investment")
    store.official.requests.clear()
    store.official.fault(INVESTMENT, faults.cut_after(900), times=1)
    if not knows_parts:
        store.official.fault(INVESTMENT, faults.no_ranges())
    _, figures = store.ask("statcan_investment")
    assert [request.headers.get("Range") for request in store.official.asked(INVESTMENT)] == [None, "bytes=900-"]
    assert figures["value"].equals(whole["value"])


@pytest.mark.parametrize("text", ["soon", "", "Wed, 21 Oct 2015 07:28:00 GMT"])
def test_any_word_on_when_to_come_back_is_borne(store, text):
    store.official.fault(VALET, faults.status(503, retry_after=text), times=1)
    store.ask("bank_of_canada")
    assert len(store.official.asked(VALET)) == 2


def test_the_same_bytes_under_another_tag_are_nothing_new(store):
    store.begin_refreshed("bank_of_canada")
    store.official.fault(VALET, faults.wavering_etag())
    assert store.refresh("bank_of_canada") == 0
    assert store.outcome("bank_of_canada") == "unchanged"
