"""When is a source overdue?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from data import catalog, editions, health, releases
from data.releases import Expected

SOURCES = catalog.refreshable().sources


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_overdue_the_day_after_its_grace(source):
    entry = {"vintage": "2030-06-15"}
    due = health.next_release(source, entry)
    assert due is not None
    last_day = due + timedelta(days=SOURCES[source].grace_days)
    assert last_day > date(2030, 6, 15)
    assert not health.is_overdue(source, entry, due)
    assert not health.is_overdue(source, entry, last_day)
    assert health.is_overdue(source, entry, last_day + timedelta(days=1))


EXPECTED = {
    "of the calendar": ("statcan_goods", "2026-11-04", date(2026, 11, 29), date(2026, 12, 8)),
    "on the day itself": ("statcan_goods", "2026-11-04", date(2026, 12, 8), date(2026, 12, 8)),
    "after the calendar": ("statcan_goods", "2027-02-04", date(2027, 2, 5), date(2027, 3, 7)),
    "long ago": ("statcan_services", "2025-12", date(2028, 1, 1), date(2028, 12, 3)),
    "six weeks after June": ("ircc_study", "2025-07", date(2025, 8, 10), date(2025, 8, 11)),
    "six weeks after July": ("ircc_study", "2025-07", date(2025, 8, 12), date(2025, 9, 11)),
    "came early": ("ircc_study", "2025-08-08", date(2025, 8, 10), date(2025, 9, 11)),
    "a year’s totals come out monthly": ("ircc_study_totals", "2025-07", date(2026, 11, 29), date(2026, 12, 12)),
    "after the year": ("statcan_investment", "2024-09", date(2026, 11, 29), date(2027, 4, 25)),
    "nothing at hand": ("us_census", "", date(2026, 11, 29), date(2026, 12, 5)),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_the_next_release_is_never_a_day_that_has_passed(name):
    source, vintage, today, expected = EXPECTED[name]
    assert releases.next_expected(source, vintage, today) == expected


@pytest.mark.parametrize("source", [name for name, about in SOURCES.items() if about.days_after_period])
def test_a_release_that_came_early_is_not_expected_again(source):
    day = releases.next_expected(source, "", date(2030, 6, 1))
    early = {"vintage": str(day - timedelta(days=5))}
    assert releases.next_release(source, early) > day


DAY = date(2026, 11, 29)
ROWS = {
    "an announced day": ("goods_with_mexico_monthly", "statcan_12100011_mexico", Expected(date(2026, 12, 8), True)),
    "months of the year": ("goods_trade_annual", "statcan_12100011_mexico", Expected(date(2026, 12, 8), True)),
    "rates only convert": ("goods_trade_annual", "exchange_rates_annual", None),
    "another publisher’s rows": ("goods_trade_annual", "goods_totals_wits", None),
    "a usual month": ("study_permits", "study_effective_annual", Expected(date(2026, 12, 12), False)),
    "rows that no source brings anew": ("study_permits", "study_stock_by_country", None),
    "a table that none does": ("events", "events_en", None),
}


@pytest.mark.parametrize("name", ROWS)
def test_newer_figures_are_expected_of_who_brings_rows_such_as_these(name):
    table, source, expected = ROWS[name]
    assert source in editions.SHIPPED.sources(table)
    assert releases.next_for([table], [source], editions.SHIPPED, DAY) == expected


def test_after_a_refresh_the_row_names_who_brought_it():
    edition = replace(editions.SHIPPED, refreshed={"ircc_study_totals": {"vintage": "2026-12-10", "first_year": 2015}})
    edition.refreshed["ircc_study_totals"] |= {
        "publisher": "x",
        "title": "x",
        "url": "",
        "licence": "x",
        "released": "x",
    }
    found = releases.next_for(["study_permits"], ["ircc_study_totals"], edition, date(2026, 12, 11))
    assert found == Expected(date(2027, 1, 11), False), "not the December that came two days early"


ENTRY = {"vintage": "2026-11-05", "first_year": 1997}
ENTRY |= {"publisher": "Statistics Canada", "title": "x", "url": "", "licence": "x", "released": "x"}
LATEST = {
    "as it came with the site": ({}, DAY, False),
    "before the next release": ({"statcan_goods": ENTRY}, DAY, True),
    "on the day of the next release": (
        {"statcan_goods": ENTRY},
        date(2026, 12, 8),
        False,
    ),
}


@pytest.mark.parametrize("name", LATEST)
def test_only_what_was_refreshed_and_not_followed_is_the_latest_published(name):
    refreshed, today, is_latest = LATEST[name]
    edition = replace(editions.SHIPPED, refreshed=refreshed)
    rows = ["statcan_goods" if refreshed else "statcan_12100011_mexico", "exchange_rates_annual"]
    assert releases.is_latest(["goods_trade_annual"], rows, edition, today) == is_latest
    assert not releases.is_latest(["goods_trade_annual"], [*rows, "goods_totals_press"], edition, today)


def test_the_age_of_figures_is_that_of_what_is_shown_not_of_rates():
    rows = ["statcan_12100011_mexico", "goods_totals_press", "exchange_rates_annual", "sectors"]
    assert releases.released(rows, editions.SHIPPED) == ["2026-06", "2026-10"]
