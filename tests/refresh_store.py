"""A store of its own for one test of refresh: empty, or the copy of one that was refreshed once."""

import hashlib
import itertools
import json
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from filelock import FileLock

from data import clock, editions
from data.country_names import UnknownName
from data.health import attempts
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.run import refresh
from data.refresh.settings import adapter, settings
from data.refresh.web import Web
from tests.official import Official, World

PREFIXES = {
    "bank_of_canada": "",
    "statcan_goods": "/statcan",
    "statcan_investment": "/statcan",
    "statcan_services": "/statcan",
    "statcan_sections": "/statcan",
    "statcan_prices": "/statcan",
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
    "us_census": {"first_month": "2026-07"},
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
    """The agencies a test asks, where it keeps what they answer, and settings other than the usual ones."""

    official: Official
    folder: Path
    prepared: Path
    first_year: int = 2023
    own: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """The store itself, which `DATA_STORE` names."""
        return self.folder / "store"

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

    def begin_refreshed(self, *sources: str, accept: tuple[str, ...] = ()) -> None:
        """Begin with these sources refreshed an hour ago: done once for this world and these settings, then copied."""
        key = repr((sources, accept, self.official.world, self.own))
        ready = self.prepared / hashlib.sha256(key.encode()).hexdigest()[:16]
        self.prepared.mkdir(exist_ok=True)
        with FileLock(f"{ready}.lock"):
            if not ready.is_dir():
                self._prepare(ready, sources, accept)
        shutil.copytree(ready / "store", self.path, dirs_exist_ok=True)
        there = json.loads((ready / "agencies.json").read_text(encoding="utf-8"))
        self.official.versions.update({path: tuple(version) for path, version in there["versions"].items()})
        for path in self.path.rglob("*.json"):
            path.write_text(path.read_text(encoding="utf-8").replace(there["url"], self.official.url), encoding="utf-8")

    def _prepare(self, ready: Path, sources: tuple[str, ...], accept: tuple[str, ...]) -> None:
        with pytest.MonkeyPatch.context() as patch:
            it_is(patch, TODAY - timedelta(hours=1))
            assert self.refresh(*sources, accept=accept) == 0, attempts()
        shutil.copytree(self.path, ready / "store")
        there = {"url": self.official.url, "versions": self.official.versions}
        (ready / "agencies.json").write_text(json.dumps(there), encoding="utf-8")
        shutil.rmtree(self.path)
        self.official.requests.clear()

    def refresh(self, *sources: str, accept: tuple[str, ...] = (), **choices: Any) -> int:
        """Refresh these sources now; the exit code."""
        return refresh(sources, accept, **choices)

    def change(self, **changes: Any) -> None:
        """Let the agencies publish a world that is another in this."""
        for name, value in changes.items():
            setattr(self.official.world, name, value)

    def web(self, source: str) -> Web:
        """The way to a source, with nothing known of what it answered before."""
        incoming = self.folder / "incoming" / source
        incoming.mkdir(parents=True, exist_ok=True)
        return Web(settings(source), {}, incoming, Unseen())

    def ask(self, source: str) -> tuple[list[Answer], pd.DataFrame]:
        """What the adapter of a source makes of its answers: no table is built, nothing is kept."""
        web = self.web(source)
        return adapter(web.settings.module).ask(web, web.settings)

    def refusal(self, source: str) -> str:
        """The one sentence with which the adapter of a source refuses what was answered."""
        with pytest.raises((SourceProblem, UnknownName)) as error:
            self.ask(source)
        assert "\n" not in str(error.value)
        return str(error.value)

    def refusal_after(self, source: str, **changes: Any) -> str:
        """Refresh, change the world, and refresh again: refused, the tables as they were; the sentence that says why."""
        self.begin_refreshed(source)
        before = self.edition()
        self.change(**changes)
        assert self.refresh(source) == 1
        assert self.edition() == before
        return self.sentence(source)

    def sentence(self, source: str) -> str:
        """The sentence of a source's last failure."""
        return attempts()[source]["says"]

    def outcome(self, source: str) -> str:
        """What became of a source the last time."""
        return attempts()[source]["outcome"]

    def edition(self) -> editions.Edition:
        """The edition a reader is answered from."""
        return editions.current()


class Unseen:
    """Nobody watches how far a download is."""

    def advanced(self, name: str, done: int, total: int | None) -> None:
        """So many bytes of so many are here."""


def it_is(patch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let it be this moment, and a second later each time somebody asks."""
    seconds = itertools.count()
    patch.setattr(clock, "now", lambda: moment + timedelta(seconds=next(seconds)))


def opened_store(agencies: Official, prepared: Path, world: World, folder: Path, patch: pytest.MonkeyPatch) -> Store:
    """An empty store in the folder, and agencies that publish this world."""
    agencies.begin(world)
    made = Store(agencies, folder, prepared, first_year=world.first_year)
    patch.setenv("DATA_STORE", str(made.path))
    patch.setenv("DATA_REFRESH_CONFIG", str(made.settings_file))
    it_is(patch, TODAY)
    made.configure()
    return made
