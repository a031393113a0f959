"""Refresh of product detail: kept when asked for, read once, refused when broken."""

import pytest

import queries
from data import editions
from data.sources.refresh import refresh


def test_product_detail_is_kept_when_asked_for_and_read_once(store):
    assert store.refresh("cimt", accept=("cimt",)) == 0
    lines = editions.store() / "lines" / "lines"
    parts = sorted(path.relative_to(lines).as_posix() for path in lines.rglob("part.parquet"))
    assert "flow=imports/year=2024/part.parquet" in parts
    stamps = {path: path.stat().st_mtime_ns for path in lines.rglob("part.parquet")}
    products = queries.run("canada_products", figure_kind="imports", year=2024, top=100_000)
    months = queries.run("trade_monthly", first_year=2024, last_year=2024)
    assert products["value_cad_m"].sum() == pytest.approx(months["imports_cad_m"].sum())
    assert set(products["hs_code"].str.len()) == {10}
    assert store.refresh("cimt") == 0
    assert store.outcome("cimt") == "unchanged"
    assert {path: path.stat().st_mtime_ns for path in lines.rglob("part.parquet")} == stamps


def test_detail_asked_for_later_is_read_from_what_was_kept(store):
    assert refresh(["cimt"], accepted=["cimt"], detail="chapters") == 0
    assert queries.run("canada_products", year=2024).empty
    asked = len(store.official.requests)
    assert refresh(["cimt"], accepted=["cimt"], detail="hs6") == 0
    assert set(queries.run("canada_products", year=2024)["hs_code"].str.len()) == {6}
    assert all(request.headers.get("If-None-Match") for request in store.official.requests[asked:])


def test_product_detail_of_figures_that_were_refused_is_never_published(store):
    assert store.refresh("cimt", accept=("cimt",)) == 0
    products = queries.run("canada_products", year=2024, top=100_000)
    assert set(products["vintage"]) == {"2026-11-04"}
    store.official.world.revised = {"2024": 10.0, "2025": 10.0, "2026": 10.0}
    assert store.refresh("cimt") == 1
    assert "leaps from" in store.said("cimt")
    store.official.world.revised = 1.0
    assert store.refresh("cimt") == 0
    assert store.outcome("cimt") == "unchanged"
    assert queries.run("canada_products", year=2024, top=100_000).equals(products)


def test_product_detail_that_is_broken_is_refused(store):
    store.official.world.doubled_row = True
    assert store.refresh("cimt", accept=("cimt",)) == 1
    assert "twice" in store.said("cimt")
