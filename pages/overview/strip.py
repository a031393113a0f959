"""Goods, money, people and events on one time axis."""

import pandas as pd

import queries
from ui import figure, numbers, words
from ui.charts import strip
from ui.charts.strip import BARS, Lane, Series
from ui.language import current, text
from ui.remember import remembered


@remembered
def picture() -> figure.Figure:
    """Goods, money, people and events on one time axis, one unit and one kind a lane."""
    answer = queries.ask("overview_strip")
    rows = _wide(answer.frame)
    span = (int(rows["year"].min()), int(rows["year"].max()))
    return figure.Figure(
        key="strip",
        finding=_finding(rows),
        subtitle=text("overview.strip.subtitle", years=numbers.years(*span)),
        panels=[(strip.lanes(span, _lanes(), words.heading("year"), current()), rows)],
        answer=answer,
        columns=["year", "lane", "series", "value", "unit"],
    )


def _finding(rows: pd.DataFrame) -> str:
    """In which years strains and repairs weigh most."""
    strain, repair = rows.loc[rows["strain"].idxmin()], rows.loc[rows["repair"].idxmax()]
    return text(
        "overview.strip.finding",
        strain_year=int(strain["year"]),
        strain=numbers.decimal(abs(strain["strain"])),
        repair_year=int(repair["year"]),
        repair=numbers.decimal(repair["repair"]),
    )


def _lanes() -> tuple[Lane, ...]:
    unit = numbers.axis_unit("cad")
    return (
        Lane(
            text("overview.lane.goods", unit=unit),
            (
                Series("imports", "MEX", words.code("series", "imports"), text("overview.bought")),
                Series("exports", "CAN", words.code("series", "exports"), text("overview.sold")),
            ),
            True,
        ),
        Lane(
            text("overview.lane.money", unit=unit),
            (
                Series("position", "CAN", words.code("series", "position"), "", 8),
                Series("position_older", "CAN", words.code("series", "position_older"), None),
                Series("quoted", "other", words.code("series", "quoted"), text("overview.quoted"), -8),
            ),
            True,
        ),
        Lane(
            text("overview.lane.permits"),
            (Series("study_permits", "MEX", words.code("series", "study_permits"), ""),),
            False,
        ),
        Lane(
            text("overview.lane.events"),
            (
                Series("repair", "repair", words.code("series", "repair"), text("overview.repairs")),
                Series("strain", "strain", words.code("series", "strain"), text("overview.strains")),
            ),
            False,
            BARS,
        ),
    )


def _wide(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a year, without a gap, one column a series."""
    years = range(frame["year"].min(), frame["year"].max() + 1)
    return frame.pivot(index="year", columns="series", values="value").reindex(years).reset_index()
