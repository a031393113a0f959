"""IRCC over real sockets: tabs, dashes, running years and totals of unique persons, each kept for what it is."""

import pandas as pd
import pytest

import queries
from data import editions, vintages
from tests.official import faults

STUDY = "ODP-TR-Study-IS_CITZ.csv"
FILES = ["ircc_study", "ircc_work_tfwp", "ircc_work_imp", "ircc_asylum", "ircc_visas"]
DAY = "2026-11-04"


def figures(store, source):
    return vintages.latest(vintages.read(store.edition().figures / f"{source}.parquet"))


def test_every_file_is_refreshed_and_cited(store):
    store.begin_refreshed(*FILES)
    cited = {
        "study_permits_monthly": ["ircc_study"],
        "mexico_permits_monthly": ["ircc_study", "ircc_work_tfwp", "ircc_work_imp"],
        "asylum_claims": ["ircc_asylum"],
        "visitor_visas": ["ircc_visas"],
    }
    for table, sources in cited.items():
        assert set(sources) <= set(editions.current().sources(table)), table
        assert DAY in set(queries.table(table).frame["vintage"]), table
    months = queries.ask("mexico_permits", stream="tfwp", **{"from": 2026}).frame.set_index("month")
    assert months.index.max() == pd.Timestamp("2026-07-01")
    assert set(months["vintage"]) == {DAY}
    streams = queries.table("mexico_permits_monthly").frame
    assert set(streams.loc[streams["stream"] == "pr", "vintage"]) == {"2024-06"}
    visas = queries.ask("visitor_visas").frame.set_index("month")
    assert visas.loc["2024-04-01", "visas"] == 14705
    assert visas.loc["2024-04-01", "applications_processed"] > 0
    assert pd.isna(visas.loc["2026-07-01", "applications_processed"])


def test_suppressed_stays_missing_and_old_nils_stay_nil(store):
    store.begin_refreshed("ircc_study")
    found = figures(store, "ircc_study")
    is_suppressed = found["status"] == "suppressed"
    assert is_suppressed.any()
    assert found.loc[is_suppressed, "value"].isna().all()
    assert found.loc[~is_suppressed, "value"].notna().all()
    permits = queries.table("study_permits_monthly").frame
    assert permits.loc[permits["suppressed"], "permits"].isna().all()
    newer = permits[permits["vintage"] == DAY]
    assert newer["month"].min() == pd.Timestamp("2023-01-01")
    assert (newer["permits"] != 0).all(), "the file has no nils"
    older = permits[(permits["month"] >= "2023-01-01") & (permits["vintage"] != DAY)]
    assert ((older["permits"] == 0) | (older["country"] == "WLD")).all()


def test_labels_of_one_country_are_one_figure(store):
    store.begin_refreshed("ircc_study")
    found = figures(store, "ircc_study")
    assert not found.duplicated(["country", "period"]).any()
    assert "XXX" in set(found["country"])


def test_a_running_year_of_claims_stays_out(store):
    store.begin_refreshed("ircc_asylum")
    claims = queries.ask("asylum_claims", publisher="IRCC").frame.set_index("year")
    assert claims.index.max() == 2025
    found = figures(store, "ircc_asylum")
    assert pd.to_datetime(found["period"]).max() == pd.Timestamp("2026-07-01")
    assert set(found["item"]) >= {"Ontario", "Quebec"}
    year = found[(found["country"] == "MEX") & (pd.to_datetime(found["period"]).dt.year == 2025)]
    assert claims.loc[2025, "claims"] == year["value"].sum()
    table = queries.table("asylum_claims").frame.set_index(["publisher", "country", "year"])
    assert table.loc[("IRCC", "MEX", 2025), "vintage"] == DAY
    assert table.loc[("IRCC", "MEX", 2022), "vintage"] == "2026-08"
    assert table.loc[("UNHCR", "MEX", 2025), "vintage"] == "2026-08"
    store.official.world.last_permit_month = "2026-12"
    assert store.refresh("ircc_asylum") == 0
    assert queries.ask("asylum_claims", publisher="IRCC").frame["year"].max() == 2026


WRONG = {
    "renamed column": ({"renamed_column": {"TOTAL": "COUNT"}}, "lacks the column TOTAL; it has EN_YEAR"),
    "doubled row": ({"doubled_row": True}, "has 1 rows twice, the first is 20"),
}
FIGURES = {
    "year lost": ({"year_lost": 2024}, "lacks the years 2024"),
    "rows dropped": ({"rows_dropped": 0.5}, "study_permits_monthly: "),
    "leap": ({"jump": 20.0}, "leaps from"),
}
BROKEN = {
    "commas": (lambda body: body.replace(b"\t", b","), "is not separated by tabs; it begins with EN_YEAR,EN_QUARTER"),
    "French months": (lambda body: body.replace(b"\tFeb\t", b"\tFev\t"), "a month that cannot be read: Fev"),
    "no number": (lambda body: body.replace(b"\t--\r", b"\t<5\r"), "a count that cannot be read: <5"),
    "short row": (lambda body: body[: body.rindex(b"\t")], "a row that breaks off or runs on: 20"),
    "no rows": (lambda body: body[: body.index(b"\n")], "has no rows"),
    "other letters": (lambda body: body.decode().encode("utf-16"), "cannot be read: 'utf-8' codec"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_not_as_known_is_refused(store, name):
    changes, sentence = WRONG[name]
    store.change(**changes)
    assert sentence in store.refusal("ircc_study")


@pytest.mark.parametrize("name", FIGURES)
def test_counts_that_do_not_go_on_are_refused(store, name):
    changes, sentence = FIGURES[name]
    assert sentence in store.refusal_after("ircc_study", **changes)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_sentence(store, name):
    change, sentence = BROKEN[name]
    store.official.fault(STUDY, faults.bytes_changed(change))
    assert sentence in store.refusal("ircc_study")


def test_a_broken_file_stops_no_other(store):
    change, sentence = BROKEN["commas"]
    store.official.fault(STUDY, faults.bytes_changed(change))
    assert store.refresh("ircc_study", "ircc_visas") == 1
    assert sentence in store.sentence("ircc_study")
    assert store.outcome("ircc_visas") == "refreshed"


def test_a_byte_order_mark_and_commas_in_numbers_read_the_same(store):
    store.begin_refreshed("ircc_study")
    first = figures(store, "ircc_study")
    marked = faults.bytes_changed(lambda body: b"\xef\xbb\xbf" + body.replace(b"\t1000\r", b"\t1,000\r"))
    store.official.fault(STUDY, marked)
    assert store.refresh("ircc_study") == 0
    assert store.outcome("ircc_study") == "refreshed"
    assert (figures(store, "ircc_study")["retrieved"] == first["retrieved"].max()).all(), "no figure is a new version"
