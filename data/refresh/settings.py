"""How each source is asked: addresses, limits and calendars from `data/catalog/refresh.toml`, secrets from outside."""

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data import ROOT, catalog
from data.refresh.problems import SourceProblem

SECRETS = ROOT.parent / ".streamlit" / "secrets.toml"


@dataclass(frozen=True)
class Settings:
    """One source: `asks` is the catalog entry over shared limits; `secret` is its key where it needs one."""

    name: str
    asks: dict[str, Any]
    secret: str = ""

    def __getitem__(self, key: str) -> Any:
        return self.asks[key]

    def missing_key(self) -> str:
        """The name of the key that the source takes and nobody gave; empty where there is none."""
        return "" if self.secret else self.asks.get("key_name", "")


def names() -> list[str]:
    """Names of all sources that can be refreshed."""
    return list(catalog.refreshable().sources)


def settings(name: str, **asked: str) -> Settings:
    """The settings of a source; over the catalog goes `DATA_REFRESH_CONFIG`, over both what is asked for."""
    other = _other()
    asks = {
        **catalog.refreshable().limits.model_dump(exclude_unset=True),
        **other.get("limits", {}),
        **catalog.refreshable().sources[name].model_dump(exclude_unset=True),
        **other.get("sources", {}).get(name, {}),
        **asked,
    }
    return Settings(name, asks, _secret(asks.get("key_name", "")))


def _other() -> dict[str, Any]:
    path = os.environ.get("DATA_REFRESH_CONFIG")
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8")) if path else {}
    except tomllib.TOMLDecodeError as error:
        raise SourceProblem(f"{path}, which DATA_REFRESH_CONFIG names, is not TOML: {error}.") from error


def _secret(key_name: str) -> str:
    """A key from the environment, else from `.streamlit/secrets.toml`; empty where there is none."""
    if not key_name:
        return ""
    if key_name in os.environ:
        return os.environ[key_name]
    known = tomllib.loads(SECRETS.read_text(encoding="utf-8")) if SECRETS.is_file() else {}
    return str(known.get(key_name, ""))
