"""A store of its own and agencies of its own for one test of refresh."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data import editions
from data.health import attempts
from data.sources.refresh import refresh
from tests.official import Official

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
BY_YEAR = {"cimt", "comtrade"}
OWN = {
    "cimt": {"running_year_from_month": 12, "detail": "lines"},
    "us_census": {"first_month": "2025-11"},
    "comtrade": {"last_year_from_month": 13},
}
QUICK = {
    "attempts": 3,
    "backoff_seconds": 0.01,
    "longest_wait_seconds": 0.05,
    "read_timeout_seconds": 2,
    "deadline_seconds": 20,
    "largest_answer_mb": 20,
}


@dataclass
class Store:
    """The agencies a test asks, where it keeps what they say, and settings other than the usual ones."""

    official: Official
    folder: Path
    limits: dict[str, Any] = field(default_factory=dict)
    first_year: int = 2023

    def configure(self, path: Path) -> None:
        """Write the settings file that `DATA_REFRESH_CONFIG` names."""
        lines = ["[limits]", *(f"{key} = {value}" for key, value in {**QUICK, **self.limits}.items())]
        for source, prefix in PREFIXES.items():
            lines += [f"[sources.{source}]", f'base_url = "{self.official.url}{prefix}"']
            own = {**OWN.get(source, {}), **({"first_year": self.first_year} if source in BY_YEAR else {})}
            lines += [f"{key} = {json.dumps(value)}" for key, value in own.items()]
        path.write_text("\n".join(lines), encoding="utf-8")

    def refresh(self, *sources: str, accept: tuple[str, ...] = ()) -> int:
        """Refresh these sources now; the exit code."""
        return refresh(sources, accept)

    def said(self, source: str) -> str:
        """The sentence of a source's last failure."""
        return attempts()[source]["says"]

    def outcome(self, source: str) -> str:
        """What became of a source the last time."""
        return attempts()[source]["outcome"]

    def edition(self) -> editions.Edition:
        """The edition a reader is answered from."""
        return editions.current()
