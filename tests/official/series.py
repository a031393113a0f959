"""One series of a Statistics Canada table, and the faults of the world laid over it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.official.world import World

# A cell with one of these has no value; others (E, r, p) qualify the value beside them.
VALUELESS = {"..", "...", "x", "F"}
Cells = dict[str, tuple[float | None, str]]


@dataclass(frozen=True)
class Series:
    """Members by dimension, one value and status by period."""

    pid: str
    members: dict[str, str]
    coordinate: str
    vector: int
    cells: Cells
    decimals: int = 0
    unit: tuple[str, str] = ("Dollars", "millions")

    @property
    def monthly(self) -> bool:
        """Whether periods are months rather than years."""
        return len(next(iter(self.cells), "")) > 4


def as_published(world: World, series: list[Series]) -> list[Series]:
    """The series as this world publishes them: revised, suppressed, with a country nobody knows."""
    latest = max((period for one in series for period in one.cells), default="")
    out = [replace(one, cells=dict(_cells(world, one, latest))) for one in series]
    return out + list(_unknown(world, out)) if world.unknown_country else out


def _cells(world: World, one: Series, latest: str) -> Iterator[tuple[str, tuple[float | None, str]]]:
    for period, (value, status) in one.cells.items():
        if int(period[:4]) == world.year_lost:
            continue
        mark = _status(world, one, period) or status
        if value is None or mark in VALUELESS:
            yield period, (None, mark)
        else:
            yield period, (round(value * world.factor(period, latest), one.decimals), mark)


def _status(world: World, one: Series, period: str) -> str:
    """Keys of `world.statuses` are a member, or a member and the start of a period: `Mexico@2025`."""
    for key, status in world.statuses.items():
        member, _, start = key.partition("@")
        if member in one.members.values() and period.startswith(start):
            return status
    return ""


def _unknown(world: World, series: list[Series]) -> Iterator[Series]:
    for one in series:
        for dimension, member in one.members.items():
            if member == "Mexico":
                members = {**one.members, dimension: str(world.unknown_country)}
                coordinate = one.coordinate.rpartition(".")[0] + ".999"
                yield replace(one, members=members, coordinate=coordinate, vector=one.vector + 900_000_000)
