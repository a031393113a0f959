"""Duty collected beside the rate of the rules, over the same months."""

import pandas as pd
import pytest

import queries
from tests.visits import html, visit


def test_both_rates_are_those_of_the_same_months():
    found = queries.ask("collected_and_statutory").frame.set_index("partner")
    for partner in ("CAN", "MEX"):
        row = found.loc[partner]
        assert (str(row["first_month"].date()), str(row["last_month"].date())) == ("2025-06-01", "2026-02-01")
        assert row["days"] == 273
        history = queries.ask("tariff_history", partner=[partner]).frame
        days = pd.date_range("2025-06-01", "2026-02-28")
        starts = pd.DatetimeIndex(history["valid_from"])
        rates = history["effective_rate_pct"].to_numpy()[starts.searchsorted(days, side="right") - 1]
        assert row["statutory_pct"] == pytest.approx(rates.mean())


def test_the_page_says_what_was_paid_and_what_the_rules_say():
    page = html(visit("tariffs", "en", view="collected"))
    assert "Canada paid 3.3%, by the rules 6.4%; Mexico 4.3%, by the rules 6.8%" in page
    assert "June 2025–February 2026" in page
