"""How much one request may take and which sites may open ours: from the environment, `DASHBOARD_` before each name."""

import os
from functools import cache
from importlib.util import find_spec
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from data import catalog

PREFIX = "DASHBOARD_"
Size = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)? ?[KMGT]i?B$")]
_FRAMER = r"(\*|'none'|'self'|https?://[\w.*:-]+)"
Framers = Annotated[str, StringConstraints(pattern=rf"^{_FRAMER}(, ?{_FRAMER})*$")]


class WrongSettings(SystemExit):
    """A setting has an unknown name or an impossible value; the message names each. Ends a process that starts."""


def _parts(text: Any) -> Any:
    return [part.strip() for part in text.split(",") if part.strip()] if isinstance(text, str) else text


def _reachable(engine: str) -> str:
    """The engine, where what it takes is installed; nothing is imported here."""
    if engine.startswith("sc://") and find_spec("pyspark") is None:
        raise ValueError("a cluster needs the packages of requirements-scale.txt, which are not installed")
    return engine


def _tables(names: tuple[str, ...]) -> tuple[str, ...]:
    if strange := sorted(set(names) - set(catalog.tables())):
        raise ValueError(f"there is no table {', '.join(strange)}")
    return names


class Settings(BaseSettings):
    """The settings of the running site; docs/running/README.md describes each."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    engine: Annotated[str, StringConstraints(pattern=r"^(duckdb|sc://\S+)$"), AfterValidator(_reachable)] = "duckdb"
    engine_for: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_parts), AfterValidator(_tables)] = ()
    engine_tables: Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9]*://\S+|/\S*)?$")] = ""
    query_seconds: float = Field(10, gt=0)
    query_memory: Size = "2GB"
    queries_at_once: int = Field(8, gt=0)
    made_ahead: int = Field(48, ge=0)
    list_codes: int = Field(100, gt=0)
    top_rows: int = Field(100_000, gt=0)
    extracts_at_once: int = Field(4, gt=0)
    extracts_waiting: int = Field(32, ge=0)
    pictures_at_once: int = Field(1, gt=0)
    picture_seconds: float = Field(30, gt=0)
    answer_rows: int = Field(1_000_000, gt=0)
    answer_mb: int = Field(256, gt=0)
    head_seconds: float = Field(20, gt=0)
    requests_per_minute: int = Field(0, ge=0)
    metrics: bool = False
    log: Literal["text", "json"] = "text"
    security_contact: Annotated[str, StringConstraints(pattern=r"^((mailto:|https://)\S+)?$")] = ""
    origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_parts)] = ()
    frame_ancestors: Framers = "*"
    forwarded_host: bool = False


@cache
def settings() -> Settings:
    """The settings as the environment gives them, read once. Raises WrongSettings."""
    given = {name.removeprefix(PREFIX).lower(): name for name in os.environ if name.startswith(PREFIX)}
    unknown: dict[str, Any] = {key: os.environ[name] for key, name in given.items() if key not in Settings.model_fields}
    try:
        return Settings(**unknown)
    except ValidationError as error:
        wrong = [f"{PREFIX}{mistake['loc'][0]}".upper() + f": {mistake['msg']}" for mistake in error.errors()]
        known = ", ".join(f"{PREFIX}{name}".upper() for name in Settings.model_fields)
        raise WrongSettings("\n".join([*wrong, f"Known settings are: {known}."])) from error
