"""Processor time and memory of a server, as Linux counts them."""

import os
from collections.abc import Sequence
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def started_by(process: int, name: str) -> list[int]:
    """The processes that one has started whose command holds this name."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [int(child) for child in children if name in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8")]


def processor_seconds(processes: Sequence[int]) -> float:
    """Seconds of processor that these have taken since they began."""
    found = 0
    for process in processes:
        after_name = (
            Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        )
        found += int(after_name[11]) + int(after_name[12])
    return found / TICKS


def megabytes(processes: Sequence[int]) -> float:
    """Memory that these hold."""
    pages = [int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) for process in processes]
    return sum(pages) * PAGE_BYTES / 1e6
