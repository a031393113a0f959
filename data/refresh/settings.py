"""How each source is asked: `data/catalog/refresh.toml`, over it an installation's own file, keys from outside."""

import importlib
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any, Self

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from data import ROOT, catalog
from data.catalog import reading
from data.catalog.reading import Mistakes
from data.catalog.refresh_model import Count, Duration, Limits, RefreshSource, Size
from data.catalog.values import unknown
from data.refresh.problems import SourceProblem

SHIPPED = "data/catalog/refresh.toml"
SECRETS = ROOT.parent / ".streamlit" / "secrets.toml"


class Environment(BaseSettings):
    """What is set outside: variables of the environment, else Streamlit's secrets, which hold other things, too."""

    model_config = SettingsConfigDict(case_sensitive=True, extra="ignore")

    DATA_REFRESH_CONFIG: str = ""
    CENSUS_API_KEY: str = ""
    COMTRADE_API_KEY: str = ""

    @classmethod
    def settings_customise_sources(  # type: ignore[override]
        cls, settings_cls: type[BaseSettings], env_settings: PydanticBaseSettingsSource, **_: Any
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment comes first."""
        return env_settings, TomlConfigSettingsSource(settings_cls, SECRETS)


class SourceSettings(RefreshSource):
    """One source with all its limits. The `Settings` of an adapter say what else it cannot do without."""

    attempts: Count
    backoff_seconds: Duration
    longest_wait_seconds: Duration
    read_timeout_seconds: Duration
    deadline_seconds: Duration
    largest_answer_mb: Size
    largest_unpacked_mb: Size
    parallel: Count
    is_whole: bool
    _name: str = ""
    _key: str = ""

    def of(self, name: str, key: str) -> Self:
        """These settings as those of the source of this name, asked with this key, which no file of settings holds."""
        self._name, self._key = name, key
        return self

    @property
    def name(self) -> str:
        """The name of the source."""
        return self._name

    @property
    def key(self) -> str:
        """The key it is asked with; empty where there is none."""
        return self._key

    def missing_key(self) -> str:
        """The name of the key that the source takes and nobody gave; empty where there is none."""
        return "" if self.key else self.key_name or ""


def names() -> list[str]:
    """Names of all sources that can be refreshed."""
    return list(catalog.refreshable().sources)


def adapter(module: str) -> ModuleType:
    """The adapter of this name, which `refresh.toml` gives."""
    return importlib.import_module(f"data.sources.{module}")


def settings(name: str, **overrides: str) -> Any:
    """The settings of a source, in the form its adapter wants; what is in `overrides` has the last word.

    Raises SourceProblem with one sentence where a file holds something that is not known or not of its kind.
    """
    try:
        outside = Environment()
    except tomllib.TOMLDecodeError as error:
        raise SourceProblem(f"{SECRETS} is not TOML: {error}.") from error
    try:
        return _checked(name, outside, overrides)
    except Mistakes as error:
        raise SourceProblem(f"{error.sentences[0]}.") from error


def _checked(name: str, outside: Environment, overrides: dict[str, str]) -> Any:
    shipped, own = catalog.refreshable(), _own(outside.DATA_REFRESH_CONFIG)
    module = shipped.sources[name].module
    values = {
        **shipped.limits.model_dump(exclude_unset=True),
        **own.get("limits", {}),
        **shipped.sources[name].model_dump(exclude_unset=True),
        **own.get("sources", {}).get(name, {}),
        **overrides,
    }
    file = outside.DATA_REFRESH_CONFIG if name in own.get("sources", {}) else SHIPPED
    source = reading.checked(adapter(module).Settings, values, f"{file}: sources.{name}", {"adapters": [module]})
    return source.of(name, getattr(outside, source.key_name or "", ""))


def _own(path: str) -> dict[str, Any]:
    """The file of one installation; nothing where `DATA_REFRESH_CONFIG` names none. Raises Mistakes."""
    own = reading.toml(Path(path), path) if path else {}
    reading.checked(Limits, own.get("limits", {}), f"{path}: limits")
    known = {"": ["limits", "sources"], "sources.": names()}
    for place, section in (("", own), ("sources.", own.get("sources", {}))):
        if strange := [part for part in section if part not in known[place]]:
            raise Mistakes([f"{path}: [{place}{strange[0]}] {unknown(strange[0], known[place])}"])
    return own
