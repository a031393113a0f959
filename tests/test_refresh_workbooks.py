"""Workbooks of IRCC over real sockets: totals of unique persons, and visas; what is not as known is one sentence."""

import pandas as pd
import pytest

import queries
from data import editions, vintages
from tests.official import faults
from tests.official.answer import zip_bytes

WORKBOOK = "EN_ODP-TR-Study-IS_CITZ_sign_date.xlsx"


def flow(country="MEX"):
    return queries.ask("study_permits", measure="flow", country=country).frame.set_index("year")


def test_years_are_totals_of_unique_persons_and_never_months_added_up(store):
    before = flow("WLD")
    store.begin_refreshed("ircc_study_totals")
    years = flow("WLD")
    assert set(years.loc[2023:, "vintage"]) == {"2026-07-31"}
    assert set(years.loc[:2022, "vintage"]) == {"2025-07"}
    assert (years.loc[:2022, "permits"] == before.loc[:2022, "permits"]).all()
    months = queries.ask("study_permits_season", country="WLD", **{"from": 2024, "to": 2024}).frame
    assert len(months) == 12
    assert set(months["vintage"]) == {"2026-07-31"}
    assert years.loc[2024, "permits"] < months["permits"].sum(), "a person counts once a year"
    assert "ircc_study_totals" in editions.current().sources("study_permits")


def test_a_running_year_says_how_many_months_it_covers(store):
    store.begin_refreshed("ircc_study_totals")
    years = flow()
    assert years.loc[2025, "months_covered"] == 12
    assert (years.loc[2026, "months_covered"], years.loc[2026, "is_partial"]) == (7, True)
    store.official.world.last_permit_month = "2026-08"
    assert store.refresh("ircc_study_totals") == 0
    assert flow().loc[2026, "months_covered"] == 8
    assert set(flow().loc[2023:, "vintage"]) == {"2026-07-31", "2026-08-31"}
    found = vintages.read(store.edition().figures / "ircc_study_totals.parquet")
    covered = found[(found["series"] == "months_covered") & (pd.to_datetime(found["period"]).dt.year == 2026)]
    assert sorted(covered["value"]) == [7, 8]


def test_suppressed_totals_stay_missing_and_stocks_stay(store):
    before = queries.ask("study_permits", measure="stock").frame
    store.begin_refreshed("ircc_study_totals")
    table = queries.table("study_permits").frame
    newer = table[table["vintage"] == "2026-07-31"]
    assert newer["suppressed"].any()
    assert newer.loc[newer["suppressed"], "permits"].isna().all()
    assert (newer["permits"] == 0).any(), "the workbook has its nils"
    pd.testing.assert_frame_equal(before, queries.ask("study_permits", measure="stock").frame)


TEXTS = {
    "layout": ("Country of Citizenship<", "Citizenship<", "does not have “Country of Citizenship” in row 3"),
    "new band": (">2025 Total<", ">2025 Sum<", "a column that cannot be read: 2025 Sum"),
    "French month": (">Feb<", ">Fév<", "a column that cannot be read: Fév"),
    "month lost": (">Mar<", ">Q1 Total<", "does not have all months of 2023 and then their total"),
    "no total": (">Total unique persons<", ">Everyone<", "has no row “Total unique persons”"),
    "doubled": (">Albania<", ">Algeria<", "has a row twice: Algeria"),
    "unknown total": (
        ">Albania<",
        ">All countries<",
        "may stand for a country or total that pages show: All countries",
    ),
    "no count": (">--<", ">n/a<", "a count that cannot be read: n/a (A"),
    "no day": ("Source: IRCC, ", "IRCC, ", "does not say its day"),
}


def rewritten(old, new):
    """A workbook whose sheet says something else."""
    return faults.member_changed("xl/worksheets/sheet1.xml", lambda sheet: sheet.replace(old, new))


@pytest.mark.parametrize("name", TEXTS)
def test_a_workbook_that_is_not_as_known_is_refused(store, name):
    old, new, sentence = TEXTS[name]
    store.official.fault(WORKBOOK, rewritten(old, new))
    assert sentence in store.refusal("ircc_study_totals")


VISA_WORKBOOK = "V-1%20Approved"
VISA_TEXTS = {
    "layout": (">January<", ">Janvier<", "has no row that names the months"),
    "other month": (">March<", ">Mars<", "a column that cannot be read: Mars"),
    "month twice": (">March<", ">April<", "does not have one month after the other"),
    "no count": (">--<", ">n/a<", "a count that cannot be read: n/a ("),
}


@pytest.mark.parametrize("name", VISA_TEXTS)
def test_a_workbook_of_visas_that_is_not_as_known_is_refused(store, name):
    old, new, sentence = VISA_TEXTS[name]
    store.official.fault(VISA_WORKBOOK, rewritten(old, new))
    assert sentence in store.refusal("ircc_visas")


def test_visas_are_months_of_countries_and_of_all_together(store):
    _, found = store.ask("ircc_visas")
    assert {"MEX", "WLD"} <= set(found["country"])
    assert str(found["period"].min()) == "2023-01-01"
    assert str(found["period"].max()) == "2026-07-01", "months that are still to come have no figure"
    assert not found.duplicated(["country", "period"]).any()
    assert found.loc[found["status"] == "suppressed", "value"].isna().all()


def test_an_empty_cell_of_visas_is_no_figure_and_refuses_none(store):
    _, known = store.ask("ircc_visas")
    store.official.fault(VISA_WORKBOOK, rewritten(">--<", "><"))
    _, figures = store.ask("ircc_visas")
    told = known[known["status"] != "suppressed"]
    assert 0 < len(told) < len(known)
    assert figures.reset_index(drop=True).equals(told.reset_index(drop=True))


def test_the_total_of_a_year_of_visas_may_name_its_year(store):
    _, known = store.ask("ircc_visas")

    # The last one is the row of all countries.
    def named(sheet):
        return sheet.replace(">Total<", ">2025 Total<", sheet.count(">Total<") - 1)

    store.official.fault(VISA_WORKBOOK, faults.member_changed("xl/worksheets/sheet1.xml", named))
    assert len(store.ask("ircc_visas")[1]) == len(known)


@pytest.mark.parametrize("cell", ["XFD3", "A1048576"])
def test_a_cell_far_out_does_not_use_up_all_memory(store, cell):
    store.official.fault(WORKBOOK, rewritten('r="A3"', f'r="{cell}"'))
    assert f"has a cell at {cell}, too far out" in store.refusal("ircc_study_totals")


def test_an_empty_row_far_down_is_no_cell(store):
    empty = '<row r="1048576" ht="15"/></sheetData>'
    _, known = store.ask("ircc_study_totals")
    store.official.fault(WORKBOOK, rewritten("</sheetData>", empty))
    _, figures = store.ask("ircc_study_totals")
    assert figures.equals(known)


def test_no_workbook_at_all_is_said(store):
    store.official.fault(WORKBOOK, faults.bytes_changed(lambda body: zip_bytes({"a.txt": b"b"})))
    assert "is not a workbook that can be read" in store.refusal("ircc_study_totals")


def test_the_workbook_of_a_vintage_that_came_with_the_site_is_taken(store):
    before = queries.table("figures_by_vintage").frame
    store.official.fault(WORKBOOK, rewritten("Source: IRCC, July 31, 2026", "Source: IRCC, July 31, 2025"))
    assert store.refresh("ircc_study_totals", accept=("ircc_study_totals",)) == 0
    after = queries.table("figures_by_vintage").frame
    key = ["source_code", "figure_kind", "item", "country", "period_start", "published_on"]
    assert not after.duplicated(key).any()
    assert len(after) >= len(before)


def test_an_answer_older_than_what_came_with_the_site_replaces_nothing(store):
    before = queries.table("study_permits").frame
    store.official.fault(WORKBOOK, rewritten("Source: IRCC, July 31, 2026", "Source: IRCC, June 30, 2025"))
    assert store.refresh("ircc_study_totals") == 1
    assert store.sentence("ircc_study_totals") == (
        "The answer is older than what came with the site: of 2025-06-30, not 2025-07. "
        "(if it is right: --accept ircc_study_totals:older)"
    )
    assert queries.table("study_permits").frame.equals(before)
