"""What was bought above the line, what was sold below it."""

from functools import cache
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import MIRRORED_BILLIONS, finish, rows, value_axis, year_axis

HEIGHT = 340
PICK = "pick"


@cache
def by_year(
    above: str,
    below: str,
    unit: str,
    names: tuple[str, str, str],
    picked: int | None,
    language: str,
) -> dict[str, Any]:
    """Bars of two flows by year; an empty year is a marked gap, not a zero, and column `why_missing` says why.

    `names` are the tooltip headings of year, above and below; `picked` is the year that the rest of the page shows.
    """
    base = alt.Chart(rows())
    x = alt.X("year:O").axis(year_axis(values=list(range(1965, 2101, 5))))
    tooltip = [
        alt.Tooltip("year:O", title=names[0]),
        alt.Tooltip(f"{above}:Q", title=names[1], format=",.1f"),
        alt.Tooltip(f"{below}:Q", title=names[2], format=",.1f"),
        alt.Tooltip("grade_name:N", title=" "),
    ]
    strength = alt.condition(f"datum.year == {picked or 0}", alt.value(1), alt.value(0.45 if picked else 1))
    y = alt.Y("amount:Q").title(unit).axis(value_axis(unit, billions=True, labelExpr=MIRRORED_BILLIONS))
    bars = base.encode(x=x, y=y, tooltip=tooltip, opacity=strength)
    bought = bars.transform_calculate(amount=f"datum['{above}']").mark_bar().encode(color=palette.fill("MEX"))
    sold = bars.transform_calculate(amount=f"-datum['{below}']").mark_bar().encode(color=palette.fill("CAN"))
    reason = alt.Tooltip("why_missing:N", title=" ")
    gap = (
        base.transform_filter(f"!isValid(datum['{above}'])")
        .mark_rect(opacity=0.9)
        .encode(x=x, color=palette.fill("faint"), tooltip=[tooltip[0], reason])
    )
    pick = alt.selection_point(name=PICK, fields=["year"], on="click", clear=False)
    zero = base.mark_rule(strokeWidth=1).encode(y=alt.datum(0), color=palette.fill("other"))
    return finish(alt.layer(gap, bought.add_params(pick), sold, zero), language, HEIGHT)


@cache
def by_month(above: str, below: str, unit: str, names: tuple[str, str, str], language: str) -> dict[str, Any]:
    """Bars of two flows by month."""
    base = alt.Chart(rows())
    x = alt.X("yearmonth(month):T").axis(alt.Axis(title=None, grid=False, format="%Y", tickCount="year"))
    tooltip = [
        alt.Tooltip("month_name:N", title=names[0]),
        alt.Tooltip(f"{above}:Q", title=names[1], format=",.1f"),
        alt.Tooltip(f"{below}:Q", title=names[2], format=",.1f"),
    ]
    y = alt.Y("amount:Q").axis(value_axis(unit, billions=True, labelExpr=MIRRORED_BILLIONS))
    bars = base.encode(x=x, y=y, tooltip=tooltip)
    bought = bars.transform_calculate(amount=f"datum['{above}']").mark_bar().encode(color=palette.fill("MEX"))
    sold = bars.transform_calculate(amount=f"-datum['{below}']").mark_bar().encode(color=palette.fill("CAN"))
    zero = base.mark_rule(strokeWidth=1).encode(y=alt.datum(0), color=palette.fill("other"))
    return finish(alt.layer(bought, sold, zero), language, HEIGHT)
