"""Raw figures become tables: nothing lost, nothing invented, the same bytes every time."""

from datetime import date

import pandas as pd
import pytest

import queries
from data import TABLES, build, catalog, promises, recipe
from data.tables import mfn_rates


def test_rebuild_is_byte_identical(tmp_path):
    for path in build.build(into=tmp_path):
        assert path.read_bytes() == (TABLES / path.name).read_bytes(), path.name


def test_a_broken_table_stops_the_build_and_writes_nothing(tmp_path, monkeypatch):
    good = recipe.read("sectors")
    monkeypatch.setattr(recipe, "read", lambda source: pd.concat([good, good]).assign(sector=""))
    with pytest.raises(build.BuildError) as error:
        build.build(["sectors"], into=tmp_path)
    assert "sector: no empty text" in str(error.value)
    assert "stand twice" in str(error.value)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("source", "change", "says"),
    [
        ("countries", lambda cells: cells.assign(name_fr=""), "texts: words: no empty text"),
        ("events_fr", lambda cells: cells[1:], "fr lacks event_reason e001, event_summary e001, event_title e001"),
        ("quoted_figures", lambda cells: cells.drop(columns="who_es"), "es lacks quote_who"),
    ],
    ids=["empty", "a row", "a column"],
)
def test_words_that_a_language_lacks_stop_the_build(source, change, says, tmp_path, monkeypatch):
    read = recipe.read
    monkeypatch.setattr(recipe, "read", lambda name: change(read(name)) if name == source else read(name))
    with pytest.raises(build.BuildError) as error:
        build.build(["texts"], into=tmp_path)
    assert says in str(error.value)
    assert not list(tmp_path.iterdir())


def test_an_unknown_country_name_stops_the_build(monkeypatch):
    cells = recipe.read("permanent_residents_mexico").assign(country="Atlantis")
    read = recipe.read
    monkeypatch.setattr(
        recipe, "read", lambda source: cells if source == "permanent_residents_mexico" else read(source)
    )
    with pytest.raises(build.BuildError, match="Atlantis"):
        build.build(["permanent_residents"])


@pytest.fixture
def sectors_fail(monkeypatch):
    """What the build says of `sectors` when it has a recipe that does this."""

    def failure(rows):
        shipped = recipe.rows
        monkeypatch.setattr(recipe, "rows", lambda table: rows() if table == "sectors" else shipped(table))
        with pytest.raises(build.BuildError) as error:
            build.build(["sectors"])
        return str(error.value)

    return failure


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (lambda: recipe.read("sector"), "sectors: data/catalog/sources.toml: “sector” is not known; did you mean “sectors”?"),
        (lambda: recipe.read("sectors")[["sector"]], "sectors: the recipe gives no column is_goods"),
        (lambda: recipe.read("sectors"), "sectors: the recipe gives a column name_en, which the entry does not name"),
        (lambda: recipe.read("sectors").assign(colour=""), "sectors: the recipe gives a column colour, which the entry does not name"),
        (lambda: recipe.read("sectors")["colour"], "sectors: its recipe: there is no column or row 'colour'"),
        (lambda: recipe.number(recipe.read("sectors")["name_en"]), "sectors: its recipe: Unable to parse string"),
    ],
)  # fmt: skip
def test_a_recipe_that_goes_wrong_is_a_sentence(sectors_fail, rows, says):
    assert says in sectors_fail(rows)


def test_the_line_of_a_recipe_is_said(monkeypatch):
    monkeypatch.setattr(recipe, "read", lambda source: pd.DataFrame({"country": ["Mexico"]}))
    with pytest.raises(
        build.BuildError, match=r"data/tables/permanent_residents\.py, line \d+: there is no column or row"
    ):
        build.build(["permanent_residents"])


def test_a_missing_raw_file_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(recipe, "RAW", tmp_path)
    with pytest.raises(
        build.BuildError, match=r"data/raw/reference/sectors\.csv, which the source sectors names, is missing"
    ):
        build.build(["sectors"])


def test_a_recipe_without_rows_is_a_sentence(monkeypatch):
    monkeypatch.delattr(mfn_rates, "rows")
    with pytest.raises(
        build.BuildError, match=r"data/tables/mfn_rates\.py, the recipe of the table, has no function rows\(\)"
    ):
        build.build(["mfn_rates"])


def test_a_table_without_a_recipe_is_its_raw_file():
    cells = recipe.as_published("visa_policy_dates")
    assert cells["date"].iloc[0] == date(2009, 7, 14)
    assert recipe.as_published("metal_content")["steel_share"].ge(0).all()
    assert set(recipe.as_published("sectors")["is_goods"]) == {True, False}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"year": 1492}, "year"),
        ({"value_usd_m": -5.0}, "value_usd_m"),
        ({"flow": "sideways"}, "flow"),
        ({"grade": ""}, "grade"),
        ({"source": "goods_totals_wits;nobody"}, "rows name nobody"),
    ],
)
def test_checks_notice(change, says):
    frame = queries.table("goods_trade_annual").frame.assign(**change)
    assert any(says in failure for failure in promises.failures("goods_trade_annual", frame))


def test_a_doubled_row_is_noticed():
    frame = queries.table("exchange_rates_annual").frame
    assert "stand twice" in promises.failures("exchange_rates_annual", pd.concat([frame, frame.tail(1)]))[0]


def test_namibia_is_a_country_not_a_missing_cell():
    countries = queries.table("countries").frame.set_index("iso2")
    assert countries.loc["NA", "country"] == "NAM"


def test_suppressed_is_not_zero():
    permits = queries.table("study_permits").frame
    assert permits.loc[permits["suppressed"], "permits"].isna().all()
    assert permits.loc[~permits["suppressed"], "permits"].notna().all()
    visas = queries.table("visitor_visas").frame.set_index("month")
    assert pd.isna(visas.loc["2024-01-01", "visas"])


def test_labels_of_one_country_are_added_up():
    frame = pd.DataFrame(
        {
            "country": ["KNA", "KNA", "MEX"],
            "year": [1, 1, 1],
            "permits": [5.0, 10.0, None],
            "suppressed": [False, False, True],
        }
    )
    summed = recipe.added_up(frame, ["country", "year"], "permits").set_index("country")
    assert summed.loc["KNA", "permits"] == 15
    assert summed.loc["MEX", "suppressed"]


def test_canada_in_dollars_as_printed_not_converted():
    annual = queries.table("goods_trade_annual").frame
    printed = annual[(annual["reporter"] == "CAN") & (annual["year"] >= 2024)]
    assert set(printed["derived_currency"]) == {"usd"}
    assert printed["value_cad_m"].round(1).tolist() == [8661.7, 8894.9, 47487.0, 53464.3]


def test_rows_say_which_source_they_are_from():
    annual = queries.table("goods_trade_annual").frame.set_index(["reporter", "flow", "year"])["source"]
    assert annual["CAN", "imports", 2025] == "statcan_12100011_mexico;exchange_rates_annual"
    assert annual["CAN", "imports", 1962] == "goods_totals_wits"
    assert annual["MEX", "exports", 2025] == "goods_totals_press;exchange_rates_annual"
    claims = queries.table("asylum_claims").frame.groupby("publisher")["source"].unique()
    assert list(claims["UNHCR"]) == ["asylum_mexico_unhcr"]
    assert set(claims["IRCC"]) == {"asylum_by_country", "asylum_mexico_ircc"}


def test_exports_of_mexico_break_in_2002():
    annual = queries.table("goods_trade_annual").frame
    exports = annual[(annual["reporter"] == "MEX") & (annual["flow"] == "exports")].set_index("year")["concept"]
    assert exports[2001] == "by_buyer"
    assert exports[2002] == "by_destination"


def test_every_actor_and_country_has_a_name():
    known = set(queries.table("countries").frame["country"])
    for name in catalog.tables():
        frame = queries.table(name).frame
        for column in ("country", "partner", "reporter", "exporter", "importer"):
            if column in frame.columns:
                assert set(frame[column]) <= known, (name, column)
