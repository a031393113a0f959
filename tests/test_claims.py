"""Verdicts follow from the data: all of them as published here, and they change when a figure or tolerance does."""

import re

import pandas as pd
import pytest

import queries
from data import catalog
from queries import claims

VERDICTS = {
    "matches": [
        *("c01", "c02", "c03", "c06", "c11", "c14", "c19", "c20", "c23", "c24"),
        *("c28", "c30", "c31", "c32", "c33", "c34", "c35", "c36"),
    ],
    "repeats_quotation": ["c05"],
    "other_concept": ["c07", "c15", "c16", "c18"],
    "partly_confirmed": ["c25", "c27"],
    "contradicted": ["c04", "c17", "c22", "c26"],
    "not_reproducible": ["c08", "c09", "c10"],
    "cannot_be_checked_yet": ["c12", "c13", "c29"],
    "not_a_statistic": ["c21"],
}


def checked():
    return queries.ask("claims").frame.set_index("claim")


@pytest.mark.parametrize(("claim", "verdict"), [(c, v) for v, every in VERDICTS.items() for c in every])
def test_verdict_follows_from_the_data(claim, verdict):
    assert checked().loc[claim, "verdict"] == verdict


def test_every_claim_has_a_verdict_of_the_closed_list():
    assert len(checked()) == 36
    assert set(checked()["verdict"]) <= set(catalog.codes("verdict"))


@pytest.mark.parametrize(
    ("claim", "value"),
    [("c01", 56.149), ("c02", 47.487), ("c03", 8.662), ("c05", 46.4), ("c07", 41.0), ("c08", 55.0), ("c09", 969.9),
     ("c10", 119.7), ("c11", 3), ("c14", 50), ("c16", 10), ("c17", 0), ("c19", -7.6), ("c22", 1),
     ("c26", 3.92), ("c27", 1), ("c28", 0), ("c31", 12), ("c32", 2), ("c33", 0), ("c34", 25), ("c36", -0.4)],
)  # fmt: skip
def test_recomputed_value(claim, value):
    assert checked().loc[claim, "recomputed"] == pytest.approx(value, abs=0.06)


@pytest.mark.parametrize(
    ("claim", "ours", "other", "verdict"),
    [
        ("c01", 58.0, None, "contradicted"),
        ("c04", 50.2, None, "matches"),
        ("c04", 49.4, None, "contradicted"),
        ("c05", 46.5, None, "not_reproducible"),
        ("c04", 20.0, None, "contradicted"),
        ("c07", 40.52, None, "other_concept"),
        ("c07", 45.0, 44.0, "contradicted"),
        ("c08", 32.71, None, "other_concept"),
        ("c17", 25.0, None, "matches"),
        ("c12", 15100.0, None, "matches"),
    ],
)
def test_another_figure_gives_another_verdict(claim, ours, other, verdict):
    row = checked().loc[claim]
    held = pd.Series({row["check_column"]: ours / row["check_scale"]})
    assert claims.verdict(row, held, other) == verdict


@pytest.mark.parametrize(("beyond", "verdict"), [(0.99, "matches"), (1.5, "contradicted")])
def test_the_tolerance_is_the_one_that_is_stated(beyond, verdict):
    row = checked().loc["c02"]
    ours = row["stated_value"] + beyond * row["tolerance"]
    assert claims.verdict(row, pd.Series({row["check_column"]: ours / row["check_scale"]}), None) == verdict


def test_a_whole_summer_would_confirm_the_cars():
    row = checked().loc["c25"]
    whole = pd.Series({"mexico_more": True, "parts_confirmed": 3, "parts": 3})
    assert claims.verdict(row, whole, None) == "matches"
    assert claims.verdict(row, pd.Series({"mexico_more": False}), None) == "contradicted"


def test_no_visit_on_record_would_confirm():
    assert claims.verdict(checked().loc["c22"], None, None) == "matches"


def test_what_happened_is_contradicted_where_no_row_says_so():
    assert claims.verdict(checked().loc["c32"], None, None) == "contradicted"


def test_a_quotation_that_agrees_only_repeats_and_one_that_does_not_contradicts():
    row = checked().loc["c05"]
    for figure, verdict in ((46.4, "repeats_quotation"), (46.5, "not_reproducible")):
        held = pd.Series({row["check_column"]: figure / row["check_scale"]})
        assert claims.verdict(row, held, None, is_quoted=True) == verdict
    assert checked().loc[["c04", "c05", "c25", "c26", "c36"], "ours_quoted"].all()
    assert not checked().loc[["c01", "c14", "c22"], "ours_quoted"].any()


def half_of_the_last_digit(stated):
    whole, _, decimals = stated.partition(".")
    last = 10 ** -len(decimals) if decimals else 1000 if whole.endswith("000") else 1
    return last / 2


def test_tolerance_is_half_of_the_last_digit_stated_or_none_where_a_figure_is_exact():
    values = checked()[checked()["claim_kind"] == "value"]
    for name, claim in values.iterrows():
        exact = claim["topic"] == "tariffs" or claim["stated_unit"] == "RANK"
        assert claim["tolerance"] == (0 if exact else half_of_the_last_digit(claim["stated_text"])), name


def test_a_verdict_on_a_figure_follows_from_its_tolerance_alone():
    values = checked()[(checked()["claim_kind"] == "value") & checked()["recomputed"].notna()]
    agree = (values["stated_value"] - values["recomputed"]).abs() <= values["tolerance"]
    assert set(values.loc[agree, "verdict"]) <= {"matches", "repeats_quotation", "other_concept"}
    assert not set(values.loc[~agree, "verdict"]) & {"matches", "repeats_quotation"}
    second = (values["stated_value"] - values["other_value"]).abs() <= values["other_tolerance"]
    assert (values.loc[~agree, "verdict"] == "other_concept").equals(second[~agree])


def test_same_ground_same_verdict():
    """A rate that falls only outside CUSMA is another concept, whichever order and partner it belongs to."""
    outside = checked()[checked()["check_params"].str.contains("FENT")]
    assert sorted(outside.index) == ["c16", "c18"]
    assert set(outside["verdict"]) == {"other_concept"}


def test_claims_name_queries_pages_and_sources_that_exist():
    from ui import site

    for name, claim in checked().iterrows():
        assert claim["page"] in site.pages(), name
        for query in (claim["check_query"], claim["other_query"]):
            assert not query or query in queries.names(), name
        if claim["verdict"] == "cannot_be_checked_yet" or name == "c25":
            assert claim["waits_for"] in catalog.codes("waits_for"), name


def test_every_claim_has_its_extract():
    from test_extracts import CLIENT

    from pages.claims.entries import extract_address

    for name, claim in checked().reset_index().set_index("claim", drop=False).iterrows():
        address = extract_address(claim.to_dict())
        assert (address == "") == (claim["rows"] == 0), name
        assert address or claim["verdict"] in ("not_a_statistic", "cannot_be_checked_yet", "matches"), name
        if address:
            answer = CLIENT.get("/" + address)
            assert answer.status_code == 200, name
            assert len(answer.text.splitlines()) > claim["rows"], name


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_reasons_are_finished_sentences_with_our_figures_in_them(language):
    found = queries.ask("claims", lang=language).frame.set_index("claim")
    assert not found["reason"].str.contains(r"[{}]|None|nan", regex=True).any()
    assert not found["reason"].str.contains("–").any(), "a figure is missing"
    shown = {
        "en": "C$56.1 billion",
        "fr": "56,1 milliards de dollars canadiens",
        "es": "56 100 millones de dólares canadienses",
    }
    assert shown[language] in found.loc["c01", "reason"].replace("\u00a0", " ")


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_words_are_for_readers_not_for_operators(language):
    waits = [words[language] for words in catalog.codes("waits_for").values()]
    for said in [*waits, *queries.ask("claims", lang=language).frame["reason"]]:
        assert not re.search(r"python|data/|\bbuild\b|\.csv", said), said


def test_every_claim_names_and_links_its_article():
    assert checked()["article_url"].str.startswith("https://").all()
    assert checked()["article_date"].str.fullmatch(r"2025-09(-\d\d)?").all()
    assert (checked()["article_name"].str.len() > 0).all()


def test_currencies_that_an_article_leaves_out_are_not_stated():
    assert not checked().loc[["c05", "c06", "c08", "c09", "c10"], "unit_stated"].any()
    assert checked().drop(["c05", "c06", "c08", "c09", "c10"])["unit_stated"].all()


def test_a_claim_opens_the_month_that_it_tests():
    held = claims.held_against(checked().loc["c25"])
    assert [f"{month:%Y-%m}" for month in held["month"]] == ["2025-06"]
    assert checked().loc["c25", "page_params"] == "claim=c25"
