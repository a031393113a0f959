"""Extracts: the rows on screen, safe to open, with their own citation."""

import csv
import io
import json
import zipfile

import duckdb
import pandas as pd
import pytest
from frictionless import Package
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

import extracts
import queries
from data import catalog
from extracts import files, package
from extracts.routes import ROUTES

CLIENT = TestClient(Starlette(routes=ROUTES))


@pytest.fixture
def balance():
    return queries.ask("trade_balance", **{"from": 2023, "to": 2025})


def test_csv_is_the_rows_in_their_order(balance):
    content = extracts.write(balance, "csv")
    assert not content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"))))
    assert [row["year"] for row in rows] == ["2023", "2024", "2025"]
    assert list(rows[0]) == list(balance.frame.columns)
    assert float(rows[1]["imports_cad_m"]) == pytest.approx(47487.0, abs=1e-6)
    assert float(rows[1]["balance_cad_m"]) < 0
    early = extracts.write(queries.ask("trade_balance", **{"from": 1992, "to": 1992}), "csv").decode("utf-8")
    assert next(csv.DictReader(io.StringIO(early)))["imports_mxn_m"] == "", "pesos have no rate before 1993"


@pytest.mark.parametrize("name", ["events", "goods_trade_monthly", "goods_by_product_annual"])
def test_parquet_has_the_types_of_the_catalog(name, tmp_path):
    path = tmp_path / "table.parquet"
    path.write_bytes(extracts.write(queries.table(name), "parquet"))
    described = duckdb.execute("describe select * from read_parquet(?)", [str(path)]).fetchall()
    wanted = [(column, catalog.columns()[column].type) for column in catalog.table(name).columns]
    assert [(column, kind) for column, kind, *_ in described] == wanted


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_no_text_cell_can_run_as_a_formula(cell):
    frame = pd.DataFrame({"note": [cell], "balance_cad_m": [-1.5]})
    row = list(csv.reader(io.StringIO(files.as_csv(frame).decode("utf-8"), newline="")))[1]
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert row[0].removeprefix("'") == cell.removeprefix("'")
    assert row[1] == "-1.5"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_formula_becomes_a_text(start):
    written = files.as_csv(pd.DataFrame({"note": [f"{start}HYPERLINK(1)"]})).decode("utf-8")
    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [f"'{start}HYPERLINK(1)"]


def test_zip_carries_its_citation(balance, tmp_path):
    path = tmp_path / "trade_balance.zip"
    path.write_bytes(extracts.write(balance, "zip", "https://example.org"))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["README.md", "trade_balance.csv", "datapackage.json"]
        assert archive.read("trade_balance.csv") == extracts.write(balance, "csv")
        package = json.loads(archive.read("datapackage.json"))
        readme = archive.read("README.md").decode("utf-8")
        archive.extractall(tmp_path)
    assert package["filters"] == {"from": 2023, "to": 2025}
    assert package["homepage"] == "https://example.org/extracts/trade_balance.zip?from=2023&to=2025"
    assert any("Statistics Canada" in source["title"] for source in package["sources"])
    assert package["resources"][0]["schema"]["fields"][1]["unit"] == "C$ million"
    assert "Statistics Canada Open Licence" in readme
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])


def test_zip_is_the_same_every_time(balance):
    assert extracts.write(balance, "zip") == extracts.write(balance, "zip")


def test_zip_speaks_the_readers_language(balance):
    about = package.describe(balance, "", "fr")
    assert any("Base douanière" in caveat for caveat in about["caveats"])
    assert about["homepage"].endswith("&lang=fr")


def test_a_data_address_gives_the_words_of_its_language():
    names = {lang: CLIENT.get(f"/extracts/countries.csv?lang={lang}").text for lang in catalog.LANGUAGES}
    assert "DEU,DE,Allemagne" in names["fr"]
    assert "DEU,DE,Alemania" in names["es"]
    assert names["en"] == CLIENT.get("/extracts/countries.csv").text
    assert CLIENT.get("/extracts/trade_balance.csv?lang=fr").text == CLIENT.get("/extracts/trade_balance.csv").text


def test_json_has_the_values_of_the_csv():
    answer = queries.ask("events", **{"from": 2024, "to": 2024})
    rows = json.loads(extracts.write(answer, "json"))
    table = list(csv.DictReader(io.StringIO(extracts.write(answer, "csv").decode("utf-8"))))
    assert [row["date"] for row in rows] == [row["date"] for row in table]
    assert rows[0]["date"] == "2024-02-28"
    assert isinstance(rows[0]["intensity"], int)
    empty = json.loads(extracts.write(queries.ask("trade_balance", **{"from": 1992, "to": 1992}), "json"))
    assert empty[0]["imports_mxn_m"] is None


@pytest.mark.parametrize("form", extracts.FORMATS)
@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("trade_balance", {"from": 2024}),
        ("events", {"category": ["tariffs"], "to": 2025}),
        ("tariff_rate", {"date": "2025-09-18", "override": ["US-232-STEEL:10"], "content": 0.5}),
        ("countries", {"lang": "fr"}),
        ("claims", {"topic": ["people"], "verdict": ["contradicted", "cannot_be_checked_yet"]}),
    ],
)
def test_its_own_address_gives_the_same_bytes(name, params, form):
    answer = queries.ask(name, **params)
    site = str(CLIENT.base_url)
    found = CLIENT.get(extracts.address(answer, form))
    assert found.status_code == 200
    assert found.content == extracts.write(answer, form, site)


def test_parquet_keeps_types(balance):
    back = pd.read_parquet(io.BytesIO(extracts.write(balance, "parquet")))
    assert back["imports_cad_m"].dtype == "float64"
    assert back["imports_cad_m"].equals(balance.frame["imports_cad_m"])


@pytest.mark.parametrize("form", extracts.FORMATS)
def test_data_address(form):
    answer = CLIENT.get(f"/extracts/trade_balance.{form}?from=2024&to=2024")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache", "a refresh may change it at any moment"
    assert answer.headers["content-disposition"] == f'attachment; filename="trade_balance.{form}"'
    if form == "csv":
        assert answer.text.splitlines()[1].startswith("2024,47487.0")


def test_a_data_address_takes_the_span_it_is_asked_for():
    rows = csv.DictReader(io.StringIO(CLIENT.get("/extracts/trade_balance.csv?from=2020&to=2024").text))
    assert [row["year"] for row in rows] == ["2020", "2021", "2022", "2023", "2024"]


def rates(more=""):
    address = f"/extracts/tariff_rate.csv?date=2025-09-18&partner=CAN,MEX{more}"
    rows = csv.DictReader(io.StringIO(CLIENT.get(address).text))
    return {row["partner"]: float(row["effective_rate_pct"]) for row in rows}


@pytest.mark.parametrize("more", ["&cusma=lapsed", "&claims=2024", "&content=0", "&override=US-232-STEEL:0"])
def test_a_data_address_keeps_the_what_if(more):
    law, supposed = rates(), rates(more)
    assert all(abs(supposed[partner] - law[partner]) > 0.01 for partner in law)


def test_csv_keeps_the_digits():
    frame = pd.DataFrame({"year": [2025], "imports_cad_m": [53411.931406], "cad_per_usd": [1.3973]})
    assert files.as_csv(frame).decode() == "year,imports_cad_m,cad_per_usd\r\n2025,53411.931406,1.3973\r\n"


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/extracts/nothing.csv", 404, "trade_balance"),
        ("/extracts/trade_balance.xls", 404, "parquet"),
        ("/extracts/trade_balance.csv?from=soon", 400, "whole number"),
        ("/extracts/trade_balance.csv?nonsense=1", 400, "known are: from, to"),
        ("/extracts/partner_rank.csv?first_month=soon", 400, "“soon” is not a day such as 2026-08-24, or a month"),
        ("/extracts/partner_rank.csv?first_month=2025-09&last_month=2025-01", 400, "lies after 2025-01"),
        ("/extracts/tariff_rate.csv?date=2025-02-30", 400, "parameter “date”: “2025-02-30” is not a day"),
        ("/extracts/tariff_rate.csv?partner=CAN,ZZZ", 400, "“ZZZ” is not a key of the table countries"),
        ("/extracts/tariff_rate.csv?authority=s999", 400, "“s999” is not one of: mfn, s232"),
        ("/extracts/trade_by_sector.csv?sector=nosuch", 400, "“nosuch” is not a key of the table sectors"),
        ("/extracts/sectors.csv?lang=xx", 400, "“xx” is not one of: en, fr, es"),
        ("/extracts/sectors.csv?lang=all", 400, "“all” is not one of: en, fr, es"),
        ("/extracts/trade_by_sector.csv?lens=oecd2", 400, "not one of: cimt, oecd"),
        ("/extracts/trade_balance.csv?from=2025&to=2020", 400, "2025 lies after 2020, its “to”"),
        ("/extracts/direct_investment.csv?direction=up", 400, "“up” is not one of: outward, inward"),
        ("/extracts/study_permits.csv?measure=stocks", 400, "not one of: both, stock, flow"),
    ],
)
def test_data_address_refuses_clearly(address, status, says):
    answer = CLIENT.get(address)
    assert answer.status_code == status
    assert says in answer.text


def test_health():
    assert CLIENT.get("/healthz").text == "ok"
    assert CLIENT.get("/readyz").json() == {"ready": True, "unavailable": []}
