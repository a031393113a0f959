"""Frames packed into bytes to be kept, and how much memory their cells take."""

import pickle
from typing import cast

import pandas as pd


def packed(frame: pd.DataFrame) -> bytes:
    """A frame as one object: as it is, it is dozens, through which each garbage collection goes."""
    return pickle.dumps(frame, pickle.HIGHEST_PROTOCOL)


def unpacked(rows: bytes) -> pd.DataFrame:
    """A frame of its own from what `packed` gave. Never for bytes from elsewhere: a pickle may run code."""
    return cast("pd.DataFrame", pickle.loads(rows))  # noqa: S301 - packed by this process, and never out of it


def bytes_of(frame: pd.DataFrame) -> int:
    """Bytes of the cells: columns of text and numbers know theirs, only lists and the like are gone through."""
    return int(sum(_bytes(column) for _, column in frame.items()))


def _bytes(column: "pd.Series[object]") -> int:
    return column.memory_usage(index=False, deep=True) if column.dtype == object else column.nbytes
