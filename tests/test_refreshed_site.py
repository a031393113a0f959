"""The site after a refresh of every source: queries keep their promises, pages open, nothing mixes two editions."""

import json
import re
import zipfile
from datetime import timedelta
from io import BytesIO

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import editions
from data.connection import over
from data.refresh import settings
from extracts.routes import ROUTES
from tests.official import World
from tests.refresh_store import opened_store
from tests.visits import PLACES, html, visit

EVERY = tuple(settings.names())


def refreshed(agencies, prepared, folder, patch):
    """A store in which every source was refreshed, with all detail: made once for all tests of this file."""
    world = World(first_position_year=2010, first_year=2022)
    made = opened_store(agencies, prepared, world, folder, patch)
    made.configure("cimt", detail="lines")
    made.begin_refreshed(*EVERY, accept=EVERY)
    return made


@pytest.fixture(scope="module")
def served(agencies, prepared, tmp_path_factory):
    """The refreshed store, to be read only."""
    with pytest.MonkeyPatch.context() as patch:
        yield refreshed(agencies, prepared, tmp_path_factory.mktemp("site"), patch)


@pytest.fixture
def store(agencies, prepared, tmp_path, monkeypatch):
    """A store of its own for one test, which may refresh again: of one source, whose tables are made in a moment."""
    made = opened_store(agencies, prepared, World(first_position_year=2010), tmp_path, monkeypatch)
    made.begin_refreshed("statcan_investment")
    return made


@pytest.mark.parametrize("name", queries.names())
def test_every_query_keeps_its_promises_on_refreshed_tables(served, name):
    query = queries.describe(name)
    frame = queries.ask(name, **query.example).frame
    assert list(frame.columns) == query.returns
    assert len(frame) > 0
    with over(frame=frame) as connection:
        assert connection.execute(f"select * from frame where not ({query.always})").df().empty


@pytest.mark.parametrize(("name", "view"), PLACES)
def test_every_view_opens_on_refreshed_tables_in_french(served, name, view):
    at = visit(name, "fr", **({"view": view} if view else {}))
    assert not at.exception
    assert not at.error


def test_canadas_own_customs_are_the_default_lens_once_there(served):
    lenses = list(queries.ask("sector_lenses").frame["lens"])
    assert lenses[0] == "cimt"
    sectors = queries.ask("trade_by_sector", lens="cimt", **{"from": 2024, "to": 2024}).frame
    months = queries.ask("trade_monthly", **{"from": 2024, "to": 2024}).frame
    assert sectors["imports_cad_m"].sum() == pytest.approx(months["imports_cad_m"].sum())
    assert sectors["exports_cad_m"].sum() == pytest.approx(months["exports_cad_m"].sum())
    at = visit("trade", "en")
    lens = next(choice for choice in at.button_group if choice.key == "address:lens")
    assert lens.value == "cimt"
    assert not at.exception


def test_sector_months_add_up_to_the_partner_total(served):
    by_sector = queries.ask("trade_sector_months", **{"from": 2025, "to": 2025}).frame
    total = queries.ask("trade_monthly", **{"from": 2025, "to": 2025}).frame
    assert by_sector["imports_cad_m"].tolist() == pytest.approx(total["imports_cad_m"].tolist())
    assert (
        queries.ask("trade_sector_months", sector=["12"]).frame["imports_cad_m"].sum()
        < by_sector["imports_cad_m"].sum() * 3
    )


def test_the_missing_split_of_a_year_is_no_gap_any_more(served):
    balance = queries.ask("trade_balance", **{"from": 2023, "to": 2025}).frame.set_index("year")
    assert balance["imports_cad_m"].notna().all()
    assert balance.loc[2024, "imports_cad_m"] == pytest.approx(47_486.9, abs=0.1)


def test_services_stand_beside_goods_once_there(served):
    total = queries.ask("services_trade", kind="total", **{"from": 2023, "to": 2023}).frame.iloc[0]
    parts = queries.ask("services_trade", kind="parts", **{"from": 2023, "to": 2023}).frame
    assert total["imports_cad_m"] == pytest.approx(4_930, rel=0.2), "payments of Canada are what it bought"
    assert total["exports_cad_m"] == pytest.approx(1_850, rel=0.2), "receipts are what it sold"
    assert parts["imports_cad_m"].sum() == pytest.approx(total["imports_cad_m"], abs=2)
    finding = html(visit("trade", "fr", view="services"))
    assert re.search(r"Services en \d{4}\s: [^<]+ achetés et [^<]+ vendus", finding)
    assert "transports et services gouvernementaux" in finding.lower() or "services commerciaux" in finding


def test_extracts_cite_the_refreshed_source(served):
    client = TestClient(Starlette(routes=ROUTES))
    answer = client.get("/extracts/trade_monthly.zip?from=2025&to=2025")
    package = json.loads(zipfile.ZipFile(BytesIO(answer.content)).read("datapackage.json"))
    entry = served.edition().refreshed["cimt"]
    assert entry["vintage"] in {source["vintage"] for source in package["sources"]}
    assert "bulk files" in str(package["sources"])


def test_a_reader_stays_with_one_edition_and_the_next_one_gets_the_new(store):
    pinned = editions.pin()
    before = queries.ask("direct_investment", direction="outward").frame
    store.official.world.only, store.official.world.revised = "36100008", 1.03
    store.official.world.modified += timedelta(days=30)
    assert store.refresh("statcan_investment") == 0
    assert editions.now() == pinned
    assert queries.ask("direct_investment", direction="outward").frame.equals(before)
    assert editions.pin() != pinned
    after = queries.ask("direct_investment", direction="outward").frame
    assert not after.equals(before)
    changed = queries.ask("revisions", source_code="statcan_investment", country="MEX").frame
    assert set(changed["period_start"].dt.year) == {2024, 2025}
    assert changed["revision_pct"].tolist() == pytest.approx([3.0] * len(changed), abs=0.2)


def test_the_data_page_says_how_current_each_source_is(served):
    at = visit("data", "en", view="sources")
    (table,) = at.table
    shown = table.value
    assert len(shown) == len(settings.names())
    assert "2026" in shown.to_string()


def test_the_data_page_says_which_attempt_failed(store):
    store.official.world.only, store.official.world.renamed_column = "36100008", {"VALUE": "Valeur"}
    assert store.refresh("statcan_investment") == 1
    at = visit("data", "en", view="sources")
    assert "last attempt failed" in at.table[0].value.to_string()


def test_products_and_sectors_follow_the_years_at_hand(served):
    assert queries.ask("mexico_product_years").frame["year"].max() == 2025
    assert "year shown: 2025 · 2021 is incomplete" in html(visit("trade", "en", view="products"))
    last = queries.ask("ledger_sector_years", flow="imports").frame["year"].max()
    assert last == 2022, "the OECD's last year"
    assert f"2015–{last}" in html(visit("ledgers", "en", view="sectors"))


def test_revisions_cite_the_sources_they_are_of(served):
    at = visit("data", "en", view="revisions", country="all")
    assert not at.exception
    changed = set(queries.ask("revisions", country="all").frame["source_code"])
    found = html(at)
    source = found[found.rindex('class="source"') :]
    assert ("Immigration" in source) == any(code.startswith("ircc") for code in changed)
    assert ("Statistics Canada" in source) == any(code.startswith(("statcan", "cimt")) for code in changed)
