"""The tariff engine: what must always hold, the history against the query."""

import pytest

import queries
from data import TABLES, catalog, engine, lineage
from data.connection import connect
from extracts.command_line import main

PARTNERS = ["CAN", "MEX"]


# Asked when a test runs: every process reads this file, one makes the engine.
def days():
    """The first day of every law."""
    return [str(day.date()) for day in queries.ask("tariff_regimes").frame["valid_from"]]


def every():
    """All partners."""
    return list(queries.ask("tariff_partners").frame["partner"])


def rate(column="effective_rate_pct", **params):
    return queries.ask("tariff_rate", **{"partner": PARTNERS, **params}).frame.set_index("partner")[column].sort_index()


def test_a_claim_share_of_one_zeroes_every_full_rule():
    charged = (
        "select coalesce(sum(duty_usd), 0) from tariff_parts(?, ['CAN', 'MEX'], 'kept', 'since_july_2025', 0.4, [])"
        " inner join tariff_rules using (rule_id) where cusma_rule = 'full'"
    )
    with connect() as connection:
        for name in lineage.engine_needs():
            connection.execute(f"create table {name} as from read_parquet('{TABLES / name}.parquet')")
        connection.execute("delete from us_imports_by_product where partner not in ('CAN', 'MEX')")
        engine.load(connection)
        connection.execute("update tariff_lines set share_since_july_2025 = 1")
        for date in ("2025-03-20", "2025-09-18", "2026-03-15", "2026-08-20"):
            assert connection.execute(charged, [date]).fetchall() == [(0.0,)], date


@pytest.mark.parametrize("law", range(0, 40, 12))
def test_covered_never_exceeds_imports_and_parts_add_up(law):
    date = days()[law]
    parts = queries.ask("tariff_exposure", date=date, partner=every()).frame
    assert (parts["value_covered_usd_m"] <= parts["imports_usd_m"] + 1e-6).all()
    assert (parts["duty_usd_m"] >= 0).all()
    summed = parts.groupby("partner")[["effective_rate_pct", "duty_usd_m"]].sum()
    whole = queries.ask("tariff_rate", date=date, partner=every()).frame.set_index("partner")
    assert summed["effective_rate_pct"].sub(whole["effective_rate_pct"]).abs().max() < 1e-9
    assert summed["duty_usd_m"].sub(whole["duty_usd_m"]).abs().max() < 1e-6


SUPPOSED = {"law": {}, "lapsed": {"cusma": "lapsed"}, "both": {"cusma": "lapsed", "override": ["US-232-STEEL:10"]}}


@pytest.mark.parametrize("supposed", SUPPOSED.values(), ids=SUPPOSED)
def test_groups_and_programmes_add_up_to_the_rate(supposed):
    """They read the law and the lapse from the histories, what else is supposed from the engine.

    Section 232 is what its authority charges.
    """
    asked = {"date": "2025-09-18", "partner": [*PARTNERS, "KOR"]}
    whole, law = (
        queries.ask("tariff_rate", **asked, **more).frame.set_index("partner")["effective_rate_pct"].sort_index()
        for more in (supposed, {})
    )
    groups = queries.ask("tariff_ranking", **asked, **supposed).frame
    programmes = queries.ask("tariff_programmes", **asked, **supposed).frame
    for found in (groups, programmes):
        sums = found.groupby("partner")[["effective_rate_pct", "law_rate_pct"]].sum()
        assert (sums["effective_rate_pct"] - whole).abs().max() < 1e-6
        assert (sums["law_rate_pct"] - law).abs().max() < 1e-6
    by_authority = queries.ask("tariff_exposure", **asked, **supposed).frame.groupby(["authority", "partner"])
    security = by_authority["effective_rate_pct"].sum()["s232"]
    own = groups[groups["duty_group"] == "s232"].set_index("partner")["effective_rate_pct"]
    assert (own - security).abs().max() < 1e-6


@pytest.mark.parametrize("name", ["tariff_by_sector", "tariff_by_chapter"])
def test_sectors_and_chapters_add_up_to_the_country(name):
    parts = queries.ask(name, date="2025-09-18", partner=PARTNERS).frame.groupby("partner")[
        ["duty_usd_m", "imports_usd_m"]
    ]
    whole = queries.ask("tariff_rate", date="2025-09-18", partner=PARTNERS).frame.set_index("partner")
    assert parts.sum()["duty_usd_m"].sub(whole["duty_usd_m"]).abs().max() < 1e-6
    assert parts.sum()["imports_usd_m"].sub(whole["imports_usd_m"]).abs().max() < 1e-6


def test_a_date_outside_all_rules_gives_the_base_rate():
    found = queries.ask("tariff_rate", date="2024-06-30", partner=every()).frame
    assert (found["effective_rate_pct"] == found["base_rate_pct"]).all()
    assert (found["added_rate_pct"] == 0).all()


@pytest.mark.parametrize(("name", "bill"), [("tariff_rate", "duty"), ("tariff_ranking", "country_duty")])
def test_a_bill_in_canadian_dollars_is_at_the_rate_of_the_year_of_its_imports(name, bill):
    dollar = queries.ask("exchange_rates").frame.set_index("year")["cad_per_usd"][2024]
    bills = queries.ask(name).frame
    paid = bills[bills[f"{bill}_usd_m"] > 0]
    assert len(paid) > 1
    assert (paid[f"{bill}_cad_m"] / paid[f"{bill}_usd_m"]).tolist() == pytest.approx([dollar] * len(paid))


def test_table_and_query_agree():
    """The history is what the query says; that it is what its recipe makes, test_build.py holds for every regime."""
    history = queries.ask("tariff_history", partner=every()).frame
    assert sorted(history["valid_from"].dt.strftime("%Y-%m-%d").unique()) == sorted(days())
    for date in days()[::8]:
        table = history[history["valid_from"] == date].set_index("partner")
        query = queries.ask("tariff_rate", date=date, partner=every()).frame.set_index("partner")
        assert table["duty_usd_m"].sub(query["duty_usd_m"]).abs().max() < 1e-3, date
    sectors = queries.ask("tariff_by_sector", date="2026-08-22", partner=PARTNERS).frame.set_index(
        ["partner", "sector"]
    )
    for (partner, sector), row in sectors.iloc[::6].iterrows():
        history = queries.ask("tariff_history", partner=[partner], sector=[sector]).frame
        found = history[history["valid_from"] == "2026-08-22"].iloc[0]
        assert found["duty_usd_m"] == pytest.approx(row["duty_usd_m"], abs=1e-4)


def test_a_rate_holds_until_the_next_regime():
    history = queries.ask("tariff_history", partner=["CAN"]).frame
    for row in history.dropna(subset=["valid_to"]).iloc[::6].to_dict("records"):
        last_day = rate(date=str(row["valid_to"].date()), partner=["CAN"])["CAN"]
        assert last_day == pytest.approx(row["effective_rate_pct"], abs=1e-6)


def test_steps_of_the_history():
    history = {c: queries.ask("tariff_history", partner=[c]).frame.set_index("valid_from") for c in PARTNERS}
    step = {c: frame["effective_rate_pct"].diff() for c, frame in history.items()}
    assert step["CAN"]["2025-03-12"] == pytest.approx(1.37, abs=0.02)
    assert step["CAN"]["2025-04-03"] == pytest.approx(1.14, abs=0.02)
    assert step["MEX"]["2025-08-18"] == pytest.approx(0.43, abs=0.05)


def test_filters_are_not_ignored():
    whole = rate(date="2025-09-18")
    assert (rate(date="2025-09-18", authority=["s232"]) < whole).all()
    assert (rate(date="2025-09-18", sector=["12"]) > whole).all()
    coverage = {"date": "2025-09-18", "partner": PARTNERS}
    some = queries.ask("tariff_coverage", **coverage, sector=["12"], authority=["s232"]).frame
    assert (some["dutiable_pct"] > queries.ask("tariff_coverage", **coverage).frame["dutiable_pct"]).all()
    assert (some["in_scope_pct"] == some["in_scope_232_pct"]).all()
    assert some["observed_pct"].isna().all()
    sectors = queries.ask("tariff_by_sector", date="2025-09-18", partner=["MEX"], sector=["12"]).frame
    assert list(sectors["sector"]) == ["12"]
    assert set(queries.ask("tariff_by_product", partner=["CAN"], hs="76").frame["hs_chapter"]) == {"76"}


@pytest.mark.parametrize(
    ("part", "date", "status"),
    [
        (8, "2025-02-10", "paused"),
        (10, "2025-09-18", "in_force"),
        (10, "2026-02-21", "struck_down"),
        (24, "2025-07-31", "announced"),
        (42, "2026-07-24", "ended"),
        (37, "2026-08-24", "announced"),
        (65, "2025-09-18", "in_force"),
    ],
)
def test_status_of_a_measure(part, date, status):
    every = list(catalog.codes("measure_status"))
    found = queries.ask("tariff_measures", date=date, status=every).frame.set_index("measure_part")
    assert found.loc[part, "measure_status"] == status


def test_pharma_was_not_taxed_in_september_2025():
    measures = queries.ask("tariff_measures", date="2025-09-18", status=["in_force"]).frame
    assert "pharma" not in set(measures["programme"])
    assert "pharma" not in set(queries.ask("tariff_exposure", date="2025-09-18").frame["programme"])


def test_band_around_canada_in_october_2025():
    band = queries.ask("tariff_band", date="2025-10-17", partner=["CAN"]).frame
    assert set(band["estimate"]) == {"ours", "budget_lab_2026_06", "tradewartracker_2026_07"}


@pytest.mark.parametrize(
    ("date", "partner", "others"), [("2026-07-10", "CAN", 2), ("2026-09-01", "CAN", 0), ("2026-09-01", "MEX", 1)]
)
def test_no_estimate_is_older_than_the_law_of_its_day(date, partner, others):
    """Section 338 changed Canada's rate on 22 August 2026; builds of June and July do not know it."""
    band = queries.ask("tariff_band", date=date, partner=[partner]).frame
    assert len(band) == 1 + others
    moved = queries.ask("tariff_steps", partner=partner, top=100).frame["valid_from"]
    assert (band["built_on"].dropna() >= moved[moved <= date].max()).all()


def test_goods_taken_off_section_232_are_not_covered_by_it():
    found = queries.ask("tariff_coverage", date="2026-04-10", partner=["CAN"]).frame.iloc[0]
    lists = queries.table("tariff_scopes").frame
    off = lists.loc[lists["tariff_scope"] == "metals_annex_2", "hs10"]
    lines = queries.ask("tariff_by_product", date="2026-04-10", partner=["CAN"], top=20000).frame
    off_list = 100 * lines.loc[lines["hs10"].isin(off), "imports_usd_m"].sum() / lines["imports_usd_m"].sum()
    assert off_list > 1
    assert found["in_scope_232_pct"] + off_list < 29


def test_one_country_may_be_given_alone_and_the_eu_by_its_usual_name():
    assert queries.ask("tariff_rate", partner="CAN").frame.equals(queries.ask("tariff_rate", partner=["CAN"]).frame)
    assert list(queries.ask("tariff_rate", partner=["EU27", "MEX"]).frame["partner"].sort_values()) == ["EUU", "MEX"]


def test_command_line_answers_one_row_per_partner(capsys):
    assert main(["tariff_rate", "date=2025-10-14", "partner=CAN", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("CAN,6.77")
