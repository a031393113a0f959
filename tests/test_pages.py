"""Every page and view narrowed, empty, of one year and badly asked, without an error; how they open stands in seen/."""

import pytest

import queries
from tests.visits import PLACES, formulas, html, visit
from ui import site

NARROW = {"from": "2021", "to": "2022", "sector": "12"}
EMPTY = {"from": "1962", "to": "1965", "sector": "06", "text": "zzzz"}


@pytest.mark.parametrize("params", [NARROW, EMPTY], ids=["narrow", "empty"])
@pytest.mark.parametrize("place", PLACES, ids="-".join)
def test_page_opens(place, params):
    page, view = place
    at = visit(page, "fr", **({"view": view} if view else {}), **params)
    assert not at.exception
    assert not at.error
    assert at.title
    assert not formulas(at)
    assert 'class="answer"' in html(at)
    assert all(row.proto.wrap for row in at.button_group), "one that may be scrolled is measured before it is drawn"


@pytest.mark.parametrize(
    ("page", "params"),
    [
        ("trade", {"currency": "usd"}),
        ("trade", {"currency": "mxn", "view": "months"}),
        ("trade", {"view": "months", "book": "MEX"}),
        ("trade", {"view": "partners", "period": "2026", "rank": "exports"}),
        ("trade", {"view": "products", "level": "HS8", "flow": "imports", "year": "2010"}),
        ("trade", {"lens": "wiod", "sector": "12,03"}),
        ("trade", {"lens": "caliendo_parro"}),
        ("trade", {"view": "growth", "base": "1990"}),
        ("timeline", {"series": "visitor_visas", "event": "e112"}),
        ("timeline", {"series": "none", "category": "tariffs,trade", "actor": "MEX", "all": "1"}),
        ("investment", {"direction": "inward"}),
        ("investment", {"from": "2015", "to": "2018"}),
        ("people", {"view": "ranking", "measure": "flow"}),
        ("people", {"view": "provinces", "measure": "flow"}),
        ("tariffs", {"date": "2025-09-18", "cusma": "lapsed", "claims": "2024", "content": "0.5"}),
        ("tariffs", {"date": "2025-10-17", "override": "US-232-STEEL:10,US-232-AUTOS:0", "view": "sectors"}),
        ("tariffs", {"authority": "s232", "country": "CAN,MEX,TUR", "partner": "TUR", "view": "time"}),
        ("tariffs", {"date": "2025-02-10", "view": "measures", "status": "paused", "imposing": "USA"}),
        ("tariffs", {"view": "product", "product": "potasse", "partner": "CAN", "date": "2025-09-18"}),
        ("tariffs", {"view": "product", "product": "zzzz"}),
        ("tariffs", {"view": "time", "sector": "15"}),
        ("tariffs", {"view": "sectors", "sector": "02", "country": "TUR", "authority": "s338"}),
        ("tariffs", {"date": "1990-01-01", "override": "x:y,US-232-STEEL:999", "content": "7", "partner": "ZZZ"}),
        ("ledgers", {"currency": "mxn", "view": "sectors", "flow": "exports", "sector": "12"}),
        ("ledgers", {"view": "published", "date": "2024-08-01"}),
        ("ledgers", {"view": "payments", "flow": "exports"}),
        ("claims", {"claim": "c08"}),
        ("claims", {"article": "a002", "topic": "tariffs", "verdict": "contradicted"}),
        ("claims", {"claim": "c99", "verdict": "x", "topic": "people"}),
        ("data", {"table": "events"}),
        ("data", {"text": "IRCC"}),
        ("data", {"view": "revisions", "country": "all"}),
        ("data", {"view": "sources"}),
    ],
    ids=str,
)
def test_choices(page, params):
    at = visit(page, "fr", **params)
    assert not at.exception
    assert not at.error


# The first year of rates, the last before the peso's, one without a split, the last of most series, a partial one.
@pytest.mark.parametrize("year", ["1971", "1992", "2020", "2024", "2026"])
@pytest.mark.parametrize(
    ("page", "view"),
    [place for place in PLACES if f"span_{place[0]}" in queries.names()],
    ids=lambda value: value or "-",
)
def test_a_single_year(page, view, year):
    at = visit(page, "en", view=view, **{"from": year, "to": year})
    assert not at.exception
    assert not at.error


@pytest.mark.parametrize("page", site.pages())
def test_bad_values_fall_back(page):
    at = visit(
        page, "en", **{"from": "abc", "to": "-1", "sector": "99x", "currency": "eur", "view": "no", "year": "9", "table": "x",
                       "series": "?", "lens": "no", "event": "e999", "direction": "up", "category": "x;drop"}
    )  # fmt: skip
    assert not at.exception
    assert not at.error


@pytest.mark.parametrize("table", ["us_duties_collected", "goods_by_chapter_monthly"])
def test_a_table_that_waits_for_a_refresh_is_described(table):
    at = visit("data", "fr", table=table)
    assert not at.exception
    assert "nan" not in html(at)
