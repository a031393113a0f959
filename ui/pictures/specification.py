"""A panel as a specification that stands by itself: rows inside, colours of a theme, a width."""

import math
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from ui.charts import marks
from ui.charts.specification import ROWS
from ui.plot import Plot


def whole(plot: Plot, config: dict[str, Any], width: int | str, events: bool) -> dict[str, Any]:
    """The specification of a panel with its rows, as Streamlit would finish it in the browser."""
    spec = plot.spec if events else marks.without(plot.spec)
    return {**spec, "config": configured(plot, config), "width": width, "datasets": {ROWS: rows(plot)}}


def configured(plot: Plot, config: dict[str, Any]) -> dict[str, Any]:
    """The settings of a theme with those of the panel over them."""
    own = plot.spec.get("config", {})
    return {**config, **{name: {**config.get(name, {}), **part} for name, part in own.items()}}


def days(plot: Plot) -> list[str]:
    """The columns of a panel's rows that hold days."""
    schema = pa.ipc.open_stream(plot.spec["datasets"][ROWS]).schema
    return [column.name for column in schema if pa.types.is_temporal(column.type)]


def rows(plot: Plot) -> list[dict[str, Any]]:
    """The rows of a panel, days as milliseconds since 1970."""
    table = pa.ipc.open_stream(plot.spec["datasets"][ROWS]).read_all()
    return [{name: _plain(cell) for name, cell in row.items()} for row in table.to_pylist()]


def _plain(cell: Any) -> Any:
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    if isinstance(cell, date):
        day = cell if isinstance(cell, datetime) else datetime(cell.year, cell.month, cell.day)
        return int(day.replace(tzinfo=UTC).timestamp() * 1000)
    return cell
