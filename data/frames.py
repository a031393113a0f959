"""How much memory rows take."""

import pandas as pd


def bytes_of(frame: pd.DataFrame) -> int:
    """Bytes of the cells: columns of text and numbers know theirs, only lists and the like are gone through."""
    return int(sum(_bytes(column) for _, column in frame.items()))


def _bytes(column: "pd.Series[object]") -> int:
    return column.memory_usage(index=False, deep=True) if column.dtype == object else column.nbytes
