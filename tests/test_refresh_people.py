"""IRCC over real sockets: tabs, dashes, running years and totals of unique persons, each kept for what it is."""

import pandas as pd
import pytest

import queries
from data import editions, vintages
from tests.official import faults
from tests.official.answer import zip_bytes

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
