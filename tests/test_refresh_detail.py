"""Refresh of product detail: kept when asked for, read once, refused when broken."""

from datetime import timedelta

import pytest

import queries
from data.refresh.run import refresh
from data.sources import cimt_files
from tests.official import World


@pytest.fixture
def world():
    return World(first_year=2025)


@pytest.fixture
def store(store):
    store.configure("cimt", detail="lines")
    return store


def test_product_detail_is_kept_when_asked_for_and_read_once(store):
    store.begin_refreshed("cimt", accept=("cimt",))
    lines = store.path / "lines" / "lines"
    parts = sorted(path.relative_to(lines).as_posix() for path in lines.rglob("part.parquet"))
    assert "flow=imports/year=2025/part.parquet" in parts
    stamps = {path: path.stat().st_mtime_ns for path in lines.rglob("part.parquet")}
    products = queries.ask("canada_products", figure_kind="imports", year=2025, top=100_000).frame
    months = queries.ask("trade_monthly", **{"from": 2025, "to": 2025}).frame
    assert products["value_cad_m"].sum() == pytest.approx(months["imports_cad_m"].sum())
    assert set(products["hs_code"].str.len()) == {10}
    assert store.refresh("cimt") == 0
    assert store.outcome("cimt") == "unchanged"
    assert {path: path.stat().st_mtime_ns for path in lines.rglob("part.parquet")} == stamps


def test_detail_asked_for_later_is_read_from_what_was_kept(store):
    assert refresh(["cimt"], accepted=["cimt"], detail="chapters") == 0
    assert queries.ask("canada_products", year=2025).frame.empty
    asked = len(store.official.requests)
    assert refresh(["cimt"], accepted=["cimt"], detail="hs6") == 0
    assert set(queries.ask("canada_products", year=2025).frame["hs_code"].str.len()) == {6}
    assert all(request.headers.get("If-None-Match") for request in store.official.requests[asked:])


def test_detail_that_is_there_is_kept_current_by_every_refresh(store):
    store.begin_refreshed("cimt", accept=("cimt",))
    store.configure("cimt", detail="chapters")
    store.official.world.revised = {"2025": 1.1}
    store.official.world.modified += timedelta(days=30)
    assert store.refresh("cimt") == 0
    products = queries.ask("canada_products", year=2025, top=100_000).frame
    months = queries.ask("trade_monthly", **{"from": 2025, "to": 2025}).frame
    assert products["value_cad_m"].sum() == pytest.approx(months["imports_cad_m"].sum())
    assert set(products["vintage"]) == {"2026-12-04"}


@pytest.mark.parametrize("name", ["flow=imports/year=2025/part.parquet", "cimt_pair.parquet"])
def test_a_file_of_detail_damaged_on_disk_is_made_again(store, name):
    store.begin_refreshed("cimt", accept=("cimt",))
    products = queries.ask("canada_products", year=2025, top=100_000).frame
    path = store.path / "lines" / "lines" / name
    path.write_bytes(path.read_bytes()[:500])
    assert store.refresh("cimt") == 0
    assert cimt_files.read_from(path)
    assert queries.ask("canada_products", year=2025, top=100_000).frame.equals(products)


def test_another_country_in_detail_is_added_up_anew(store):
    store.begin_refreshed("cimt", accept=("cimt",))
    store.configure("cimt", in_detail=["US", "MX"])
    assert store.refresh("cimt", accept=("cimt",)) == 0
    assert set(queries.table("goods_by_product_annual").frame["partner"]) == {"USA"}


def test_product_detail_of_figures_that_were_refused_is_never_published(store):
    store.begin_refreshed("cimt", accept=("cimt",))
    products = queries.ask("canada_products", year=2025, top=100_000).frame
    assert set(products["vintage"]) == {"2026-11-04"}
    store.official.world.revised = {"2025": 10.0, "2026": 10.0}
    assert store.refresh("cimt") == 1
    assert "leaps from" in store.sentence("cimt")
    store.official.world.revised = 1.0
    assert store.refresh("cimt") == 0
    assert store.outcome("cimt") == "unchanged"
    assert queries.ask("canada_products", year=2025, top=100_000).frame.equals(products)


def test_product_detail_that_is_broken_is_refused(store):
    store.official.world.doubled_row = True
    assert store.refresh("cimt", accept=("cimt",)) == 1
    assert "twice" in store.sentence("cimt")
