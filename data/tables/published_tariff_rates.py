"""Effective tariff rates that others publish, for the band beside ours."""

from datetime import date

import pandas as pd

from data import country_names, recipe


def _budget_lab(source: str, estimate: str, day: str) -> pd.DataFrame:
    cells = recipe.read(source)
    return pd.DataFrame(
        {
            "estimate": estimate,
            "partner": cells["partner"],
            "date": recipe.day(cells[day]),
            "effective_rate_pct": recipe.number(cells["etr_total_pct"]),
            "source": source,
        }
    )


def _tradewartracker() -> pd.DataFrame:
    source = "tradewartracker_2026_07"
    cells = recipe.read(source)
    return pd.DataFrame(
        {
            "estimate": source,
            "partner": country_names.country(cells["partner"], "tradewartracker"),
            "date": recipe.day(cells["date"]),
            "effective_rate_pct": recipe.number(cells["total_pct"]),
            "source": source,
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per estimate, partner and date from which it holds; percent of import value.

    A build of which only the month is known counts as of its last day.
    """
    parts = [
        _budget_lab("budget_lab_2026_06", "budget_lab_2026_06", "valid_from"),
        _budget_lab("budget_lab_2026_08", "budget_lab_2026_08", "date"),
        _tradewartracker(),
    ]
    # Several revisions of one day: the last one in the publisher's order stands.
    every = pd.concat(parts, ignore_index=True).drop_duplicates(["estimate", "partner", "date"], keep="last")
    return every.assign(built_on=every["source"].map(_last_day_of_vintage))


def _last_day_of_vintage(source: str) -> date:
    vintage = pd.Period(recipe.vintage(source))
    return vintage.end_time.date()
