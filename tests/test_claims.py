"""Verdicts follow from the data: all of them as published here, and they change when a figure or tolerance does."""

import pandas as pd
import pytest

import queries
from data import catalog
from queries import claims

VERDICTS = {
    "matches": ["c01", "c02", "c03", "c05", "c06", "c11", "c14", "c18", "c19", "c20", "c23", "c24"],
    "rounds": ["c04"],
    "other_concept": ["c07", "c10", "c15", "c16"],
    "partly_confirmed": ["c25"],
    "contradicted": ["c17", "c22"],
    "not_reproducible": ["c08", "c09"],
    "cannot_be_checked_yet": ["c12", "c13"],
    "not_a_statistic": ["c21"],
}
CHECKED = queries.ask("claims").frame.set_index("claim")


@pytest.mark.parametrize(("claim", "verdict"), [(c, v) for v, every in VERDICTS.items() for c in every])
def test_verdict_follows_from_the_data(claim, verdict):
    assert CHECKED.loc[claim, "verdict"] == verdict


def test_every_claim_has_a_verdict_of_the_closed_list():
    assert len(CHECKED) == 25
    assert set(CHECKED["verdict"]) <= set(catalog.codes("verdict"))


@pytest.mark.parametrize(
    ("claim", "value"),
    [("c01", 56.149), ("c02", 47.487), ("c03", 8.662), ("c05", 46.4), ("c07", 41.0), ("c08", 55.0), ("c09", 969.9),
     ("c10", 119.7), ("c11", 3), ("c14", 50), ("c16", 10), ("c17", 0), ("c19", -7.6)],
)  # fmt: skip
def test_recomputed_value(claim, value):
    assert CHECKED.loc[claim, "recomputed"] == pytest.approx(value, abs=0.06)


@pytest.mark.parametrize(
    ("claim", "ours", "other", "verdict"),
    [
        ("c01", 58.0, None, "contradicted"),
        ("c04", 50.2, None, "matches"),
        ("c04", 20.0, None, "contradicted"),
        ("c07", 40.52, None, "other_concept"),
        ("c07", 45.0, 44.0, "contradicted"),
        ("c08", 32.71, None, "other_concept"),
        ("c17", 25.0, None, "matches"),
        ("c12", 15100.0, None, "matches"),
    ],
)
def test_another_figure_gives_another_verdict(claim, ours, other, verdict):
    row = CHECKED.loc[claim]
    held = pd.Series({row["check_column"]: ours / row["check_scale"]})
    assert claims.verdict(row, held, other) == verdict


@pytest.mark.parametrize(("beyond", "verdict"), [(0.99, "matches"), (1.5, "contradicted")])
def test_the_tolerance_is_the_one_that_is_stated(beyond, verdict):
    row = CHECKED.loc["c02"]
    ours = row["stated_value"] + beyond * row["tolerance"]
    assert claims.verdict(row, pd.Series({row["check_column"]: ours / row["check_scale"]}), None) == verdict


def test_a_whole_summer_would_confirm_the_cars():
    row = CHECKED.loc["c25"]
    whole = pd.Series({"mexico_more": True, "months_covered": 3, "months": 3})
    assert claims.verdict(row, whole, None) == "matches"
    assert claims.verdict(row, pd.Series({"mexico_more": False}), None) == "contradicted"


def test_no_visit_in_the_timeline_would_confirm():
    assert claims.verdict(CHECKED.loc["c22"], None, None) == "matches"


def test_claims_name_queries_pages_and_sources_that_exist():
    from ui import site

    for name, claim in CHECKED.iterrows():
        assert claim["page"] in site.pages(), name
        for query in (claim["check_query"], claim["other_query"]):
            assert not query or query in queries.names(), name
        if claim["verdict"] in ("cannot_be_checked_yet", "partly_confirmed"):
            assert claim["waits_for"] in catalog.codes("waits_for"), name


def test_every_claim_has_its_extract():
    from test_extracts import CLIENT

    from pages.claims.entries import extract_address

    for name, claim in CHECKED.reset_index().set_index("claim", drop=False).iterrows():
        address = extract_address(claim.to_dict())
        assert (address == "") == (claim["rows"] == 0), name
        assert address or claim["verdict"] in ("not_a_statistic", "cannot_be_checked_yet", "matches"), name
        if address:
            answer = CLIENT.get("/" + address)
            assert answer.status_code == 200, name
            assert len(answer.text.splitlines()) > claim["rows"], name


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_reasons_can_be_filled(language):
    for claim in CHECKED[f"reason_{language}"]:
        assert "{" not in claim.format(ours="1", other="2")
