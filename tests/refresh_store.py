"""A store of its own and agencies of its own for one test of refresh."""

import itertools
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from data import editions
from data.health import attempts
from data.refresh import clock
from data.refresh.run import refresh
from tests.official import Official, World

PREFIXES = {
    "bank_of_canada": "",
    "statcan_goods": "/statcan",
    "statcan_investment": "/statcan",
    "statcan_services": "/statcan",
    "cimt": "/statcan",
    "ircc_study": "/ircc",
    "ircc_study_totals": "/ircc",
    "ircc_work_tfwp": "/ircc",
    "ircc_work_imp": "/ircc",
    "ircc_asylum": "/ircc",
    "ircc_visas": "/ircc",
    "us_census": "/census",
    "comtrade": "/comtrade",
}
# What the agencies publish is of November 2026, and tests publish it anew up to a month later.
TODAY = datetime(2026, 12, 15, 12, tzinfo=UTC)
BY_YEAR = {"cimt", "comtrade"}
OWN = {
    "cimt": {"running_year_from_month": 12},
    "us_census": {"first_month": "2025-11"},
    "comtrade": {"last_year_from_month": 13},
}
QUICK = {
    "attempts": 3,
    "backoff_seconds": 0.01,
    "longest_wait_seconds": 0.05,
    "read_timeout_seconds": 20,
    "deadline_seconds": 60,
    "largest_answer_mb": 20,
}


@dataclass
class Store:
    """The agencies a test asks, where it keeps what they say, and settings other than the usual ones."""

    official: Official
    folder: Path
    first_year: int = 2023
    own: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def settings_file(self) -> Path:
        """The file that `DATA_REFRESH_CONFIG` names."""
        return self.folder / "refresh.toml"

    def configure(self, source: str = "", **settings: Any) -> None:
        """Write the settings file, from now on with these settings of one source."""
        self.own.setdefault(source, {}).update(settings)
        lines = ["[limits]", *(f"{key} = {value}" for key, value in QUICK.items())]
        for name, prefix in PREFIXES.items():
            lines += [f"[sources.{name}]", f'base_url = "{self.official.url}{prefix}"']
            by_year = {"first_year": self.first_year} if name in BY_YEAR else {}
            lines += [
                f"{key} = {json.dumps(value)}"
                for key, value in {**OWN.get(name, {}), **by_year, **self.own.get(name, {})}.items()
            ]
        self.settings_file.write_text("\n".join(lines), encoding="utf-8")

    def refresh(self, *sources: str, accept: tuple[str, ...] = ()) -> int:
        """Refresh these sources now; the exit code."""
        return refresh(sources, accept)

    def refuses_after(self, source: str, changes: dict[str, Any]) -> str:
        """Refresh, change the world, and refresh again: refused, the tables as they were; the sentence that says why."""
        assert self.refresh(source) == 0
        before = self.edition()
        for name, value in changes.items():
            setattr(self.official.world, name, value)
        assert self.refresh(source) == 1
        assert self.edition() == before
        return self.said(source)

    def said(self, source: str) -> str:
        """The sentence of a source's last failure."""
        return attempts()[source]["says"]

    def outcome(self, source: str) -> str:
        """What became of a source the last time."""
        return attempts()[source]["outcome"]

    def edition(self) -> editions.Edition:
        """The edition a reader is answered from."""
        return editions.current()


def it_is(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let it be this moment, and a second later each time somebody asks."""
    seconds = itertools.count()
    patch.setattr(clock, "now", lambda: moment + timedelta(seconds=next(seconds)))


@contextmanager
def opened_store(world: World, folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Agencies that publish this world, and a store in the folder for what they say."""
    patch.setenv("DATA_STORE", str(folder / "store"))
    it_is(patch, TODAY)
    with Official(world) as official:
        made = Store(official, folder, first_year=world.first_year)
        patch.setenv("DATA_REFRESH_CONFIG", str(made.settings_file))
        made.configure()
        yield made
