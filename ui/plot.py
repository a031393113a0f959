"""A panel of a figure as it is sent: finished once, so that drawing it looks up and sends."""

from dataclasses import dataclass
from typing import Any, Self

import pandas as pd
import pyarrow as pa

from ui.charts.specification import ROWS

SPECIFICATION_BYTES = 32 * 1024
Panel = tuple[dict[str, Any], pd.DataFrame]


@dataclass(frozen=True)
class Plot:
    """A specification with its rows in Arrow form, which columns they have and how many they are."""

    spec: dict[str, Any]
    columns: frozenset[str]
    rows: int

    @classmethod
    def of(cls, panel: Panel) -> Self:
        """A panel finished: Streamlit sends rows on as they are where they are bytes."""
        chart, plotted = panel
        table = pa.Table.from_pandas(plotted, preserve_index=False)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as writer:
            writer.write_table(table)
        return cls({**chart, "datasets": {ROWS: sink.getvalue().to_pybytes()}}, frozenset(plotted), len(plotted))

    def bytes(self) -> int:
        """Bytes of the rows, and about those of the specification."""
        return len(self.spec["datasets"][ROWS]) + SPECIFICATION_BYTES
