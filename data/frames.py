"""Frames packed into bytes to be kept, and how much memory their cells take."""

import pickle
import threading
from typing import Any, cast

import pandas as pd
from cachetools import LRUCache

# A few frames are left unpacked: what was just asked for is asked for again by the next figure of the page.
MOST_UNPACKED, LARGEST_UNPACKED = 32, 1024 * 1024
_unpacked: LRUCache[bytes, pd.DataFrame] = LRUCache(MOST_UNPACKED)
_lock = threading.Lock()


def packed(frame: pd.DataFrame) -> bytes:
    """A frame as one object: as it is, it is dozens, through which each garbage collection goes."""
    rows = pickle.dumps(frame, pickle.HIGHEST_PROTOCOL)
    _keep(rows, frame.copy(deep=False))
    return rows


def unpacked(rows: bytes) -> pd.DataFrame:
    """A frame of its own from what `packed` gave, as long as nobody writes into an array of it or a list in a cell.

    Never for bytes from elsewhere: a pickle may run code.
    """
    with _lock:
        known = _unpacked.get(rows)
    if known is None:
        known = cast("pd.DataFrame", pickle.loads(rows))  # noqa: S301 - packed by this process, and never out of it
        _keep(rows, known)
    # Pandas copies a column of it only when somebody writes into it.
    return known.copy(deep=False)


def _keep(rows: bytes, frame: pd.DataFrame) -> None:
    if len(rows) <= LARGEST_UNPACKED:
        with _lock:
            _unpacked[rows] = frame


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as dictionaries, as `to_dict("records")` gives them, which takes two to four times as long."""
    columns = [_values(column) for _, column in frame.items()]
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: "pd.Series[Any]") -> list[Any]:
    """The cells as Python has them; a missing whole number is None."""
    is_whole = isinstance(column.dtype, pd.api.extensions.ExtensionDtype) and column.dtype.kind in "iub"
    return list((column.astype(object).where(column.notna(), None) if is_whole else column).tolist())


def bytes_of(frame: pd.DataFrame) -> int:
    """Bytes of the cells: columns of text and numbers know theirs, only lists and the like are gone through."""
    return int(sum(_bytes(column) for _, column in frame.items()))


def _bytes(column: "pd.Series[object]") -> int:
    return column.memory_usage(index=False, deep=True) if column.dtype == object else column.nbytes
