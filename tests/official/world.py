"""The state of the statistical world that all answers are made from, and what can be wrong with it."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime


@dataclass
class World:
    """Change any field between two requests; answers follow at once."""

    # What has been published so far.
    last_month: str = "2026-09"
    first_year: int = 2023
    last_permit_month: str = "2026-07"
    last_position_year: int = 2025
    first_position_year: int = 2010
    released: str = "2026-11-04T08:30"
    # When files were last changed, as their headers say.
    modified: datetime = datetime(2026, 11, 4, 13, 30, tzinfo=UTC)
    # How it is handed out.
    member_folder: bool = True
    monthly_members: bool = False
    census_key: str | None = None
    comtrade_key: str | None = None
    table_lags: int = 0
    vectors: dict[int, int | str] = field(default_factory=dict)
    # What is wrong with it: only in answers whose path contains `only`.
    only: str = ""
    revised: float | dict[str, float] = 1.0
    renamed_column: dict[str, str] = field(default_factory=dict)
    unknown_country: str | None = None
    left_ranking: str | None = None
    doubled_row: bool = False
    unit: str | None = None
    scalar: str | None = None
    year_lost: int | None = None
    rows_dropped: float = 0.0
    jump: float = 1.0
    hs2_factor: float = 1.0
    without_bom: bool = False
    french: bool = False
    statuses: dict[str, str] = field(default_factory=dict)
    adjustments: tuple[str, ...] = ("Unadjusted", "Seasonally adjusted")

    def at(self, path: str) -> "World":
        """This world as that path shows it: without its faults if they are meant for another one."""
        if self.only in path:
            return self
        sound = World()
        names = [item.name for item in fields(self)]
        return replace(self, **{name: getattr(sound, name) for name in names[names.index("only") :]})

    def factor(self, period: str, latest: str) -> float:
        """What a later vintage and a jump make of a figure of this period."""
        if isinstance(self.revised, dict):
            wanted = [factor for start, factor in self.revised.items() if period.startswith(start)]
            revision = wanted[0] if wanted else 1.0
        else:
            revision = self.revised if int(period[:4]) >= int(latest[:4]) - 1 else 1.0
        return revision * (self.jump if period == latest else 1.0)

    def months(self, first: int | None = None, last: str | None = None) -> list[str]:
        """All published months as YYYY-MM, a lost year left out."""
        return [
            month
            for month in months(first or self.first_year, last or self.last_month)
            if int(month[:4]) != self.year_lost
        ]

    def years(self, first: int, last: int) -> list[str]:
        """All published years, a lost one left out."""
        return [str(year) for year in range(first, last + 1) if year != self.year_lost]

    def kept(self, rows: Iterable) -> list:
        """The rows that are left after some were dropped and the last one was doubled."""
        left = list(rows)
        if self.rows_dropped:
            left = [row for number, row in enumerate(left) if share(number, "dropped") >= self.rows_dropped]
        return left + left[-1:] if self.doubled_row else left


def months(first_year: int, last: str) -> Iterator[str]:
    """Months from January of the first year to the last one."""
    for year in range(first_year, int(last[:4]) + 1):
        for month in range(1, 13):
            if f"{year}-{month:02d}" <= last:
                yield f"{year}-{month:02d}"


def earlier(month: str, count: int) -> str:
    """The month that lies so many months before."""
    number = int(month[:4]) * 12 + int(month[5:7]) - 1 - count
    return f"{number // 12}-{number % 12 + 1:02d}"


def share(*key: object) -> float:
    """A number from 0 up to 1 that always is the same for the same key."""
    return (zlib.crc32(repr(key).encode()) % 100_003) / 100_003


def wobble(width: float, *key: object) -> float:
    """A factor around 1, at most `width` away from it, always the same for the same key."""
    return 1 + width * (2 * share(*key) - 1)


def split(total: int, weights: Iterable[float]) -> list[int]:
    """Whole parts in these proportions that add up to the total exactly."""
    weights = list(weights)
    whole, given, passed = sum(weights), 0, 0.0
    parts = []
    for weight in weights:
        passed += weight
        parts.append(round(total * passed / whole) - given)
        given += parts[-1]
    return parts
