"""Tariff rules: corrections meet their files, rules that cannot stand stop the build, partners have their rules."""

import pandas as pd
import pytest

import queries
from data import TABLES, build, recipe, tariff_rule_checks
from data.connection import connect
from data.tables import tariff_rules


def every():
    """All partners; asked when a test runs, because every process reads this file and one makes the engine."""
    return list(queries.ask("tariff_partners").frame["partner"])


def test_no_member_of_the_european_union_stands_beside_it():
    """The file lists Slovakia too; the EU27 holds every dollar of it, so that it would count twice."""
    cells = recipe.read_parquet("us_imports_hs10_2024").set_index(["partner", "hs10"])["imports_usd"]
    assert (cells["SVK"] <= cells["EU27"].reindex(cells["SVK"].index)).all()
    assert "EUU" in every()
    assert "SVK" not in every()


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """The rules and measures as the raw files and corrections give them today."""
    folder = tmp_path_factory.mktemp("tables")
    return {path.stem: pd.read_parquet(path) for path in build.build(["tariff_rules", "tariff_measures"], into=folder)}


def test_no_rule_begins_before_its_measure(rebuilt):
    starts = rebuilt["tariff_measures"].groupby("measure_id")["valid_from"].min()
    rules = rebuilt["tariff_rules"].assign(starts=lambda rules: rules["measure_id"].map(starts))
    assert rules.loc[rules["valid_from"] < rules["starts"], "rule_id"].to_list() == []


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        ("softwood", "2025-10-14", None),  # Proc. 10976, 90 FR 48127
        ("ax_3", "2026-04-06", "2027-12-31"),  # Proc. 11021, cl. 5
        ("auto", "2025-04-03", None),  # Proc. 10908
    ],
)
def test_a_rule_is_charged_from_and_to_the_day_of_its_order(rebuilt, rule, first, last):
    found = rebuilt["tariff_rules"].set_index("rule_id").loc[rule]
    assert str(found["valid_from"]) == first
    assert (None if pd.isna(found["valid_to"]) else str(found["valid_to"])) == last


@pytest.mark.parametrize("partner", ["CHL", "COL", "IDN", "SGP", "TUR", "AUS"])
def test_the_reciprocal_baseline_of_april_2025(partner):
    """Partners without rates of their own pay the 10 % of EO 14257: within 1.2 points of the Budget Lab's rate."""
    band = queries.ask("tariff_band", date="2025-04-20", partner=[partner]).frame.set_index("estimate")[
        "effective_rate_pct"
    ]
    assert band["ours"] == pytest.approx(band["budget_lab_2026_06"], abs=1.2)


def test_the_baseline_spares_canada_mexico_and_russia():
    parts = queries.ask("tariff_exposure", date="2025-07-01", partner=every()).frame
    assert set(every()) - set(parts.loc[parts["programme"] == "reciprocal", "partner"]) == {"CAN", "MEX", "RUS"}


def test_a_measure_bears_the_name_of_its_day():
    """August 2025 is the date of the orders that changed rates; the UK's 10 % is of April."""
    standing = queries.ask("tariff_measures", date="2025-07-01").frame.set_index("measure_id")["measure_programme"]
    assert standing["US-IEEPA-RECIP-GBR"] == "Reciprocal tariffs"
    assert not standing.str.contains("August 2025").any()


@pytest.fixture(scope="module")
def tables():
    """The tables that the checks look at, to be changed within a transaction."""
    with connect() as connection:
        for name in ("tariff_rules", "tariff_scopes", "tariff_measures"):
            connection.execute(f"create table {name} as from read_parquet('{TABLES / name}.parquet')")
        yield connection


def test_no_rule_is_broken(tables):
    assert tariff_rule_checks.broken(tables) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("update tariff_rules set measure_id = 'NOTHING' where rule_id = 'auto'", "a rule without a measure: auto"),
        ("update tariff_rules set tariff_scope = 'nowhere' where rule_id = 'auto'", "a scope without products: auto"),
        ("update tariff_rules set rate_pct = 250 where rule_id = 'bus'", "a rate above 200 %: bus"),
        ("update tariff_rules set valid_to = null where rule_id = 'steel_mill_25'", "overlapping periods of one rule"),
        ("update tariff_rules set except_scopes = 'nowhere' where rule_id = 's122'", "an exception without products"),
    ],
)
def test_a_rule_that_cannot_stand_is_found(tables, change, says):
    tables.execute("begin transaction")
    tables.execute(change)
    found = tariff_rule_checks.broken(tables)
    tables.execute("rollback")
    assert any(sentence.startswith(says) for sentence in found)


def test_rules_that_cannot_stand_stop_the_build_and_all_are_listed(monkeypatch, tmp_path):
    frame = tariff_rules.rows()
    frame.loc[frame["rule_id"] == "auto", "measure_id"] = "NOTHING"
    frame.loc[frame["rule_id"] == "bus", "tariff_scope"] = "nowhere"
    monkeypatch.setattr(tariff_rules, "rows", lambda: frame)
    # The other tables, some of which take a while to shape, are as they come with the site.
    rows, changed = recipe.rows, {"tariff_rules", "tariff_history"}
    monkeypatch.setattr(recipe, "rows", lambda name: rows(name) if name in changed else queries.table(name).frame)
    with pytest.raises(build.BuildError) as error:
        build.build(["tariff_history"], into=tmp_path)
    assert "NOTHING" in str(error.value)
    assert "nowhere" in str(error.value)


def test_corrections_meet_the_file_they_were_written_for(monkeypatch):
    read = recipe.read
    monkeypatch.setattr(recipe, "read", lambda source: read(source).assign(valid_to="2026-01-01"))
    with pytest.raises(recipe.StaleCorrection, match="ax_3"):
        recipe.corrected("rate_rules_canmex")
