"""Few years are named on an axis of bars, always the last; the chart of other years is the same but for its rows."""

import re

import pytest
import vl_convert

from pages.trade import totals
from ui.charts import flows, specification
from ui.filters import Years
from ui.language import speaking
from ui.pictures.specification import rows

DRAWN = ("imports", "exports", "balance")


def drawn(first, last):
    """The chart of flows of these years as SVG."""
    spec = flows.by_year(DRAWN, "C$ billion", ("Year", "Imports", "Exports", "Balance"), None, "en")
    words = {f"{part}_words": "" for part in ("above", "below", "ratio")}
    of_years = [{"year": year, "imports": 9, "exports": 3, "balance": 6, **words} for year in range(first, last + 1)]
    return vl_convert.vegalite_to_svg({**spec, "width": 360, "datasets": {specification.ROWS: of_years}})


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (2024, 2024, [2024]),
        (2019, 2023, [2019, 2020, 2021, 2022, 2023]),
        (2015, 2025, [2016, 2018, 2020, 2022, 2025]),
        (2010, 2025, [2010, 2012, 2014, 2016, 2018, 2020, 2022, 2025]),
        (1993, 2025, [1995, 2000, 2005, 2010, 2015, 2020, 2025]),
        (1993, 2026, [1995, 2000, 2005, 2010, 2015, 2020, 2026]),
        (1944, 2026, [1960, 1980, 2000, 2026]),
    ],
)
def test_few_years_are_named(first, last, named):
    assert sorted(int(year) for year in re.findall(r">((?:19|20)\d\d)<", drawn(first, last))) == named
    assert specification._few_years(first, last) == named


def test_another_first_year_changes_only_the_rows():
    with speaking("en"):
        one, other = (totals.balance(Years(first, 2025), "cad", None).plots[0] for first in (2002, 2003))
    assert len(rows(one)) == len(rows(other)) + 1
    without = [{name: part for name, part in plot.spec.items() if name != "datasets"} for plot in (one, other)]
    assert without[0] == without[1]
