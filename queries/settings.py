"""How much one request may take and which sites may open ours: from the environment, `DASHBOARD_` before each name."""

import os
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "DASHBOARD_"
Size = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)? ?[KMGT]i?B$")]


class WrongSettings(SystemExit):
    """A setting has an unknown name or an impossible value; the message names each. Ends a process that starts."""


def _parts(text: Any) -> Any:
    return [part.strip() for part in text.split(",") if part.strip()] if isinstance(text, str) else text


class Settings(BaseSettings):
    """The settings of the running site; docs/running/README.md describes each."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    query_seconds: float = Field(10, gt=0)
    query_memory: Size = "2GB"
    list_codes: int = Field(100, gt=0)
    top_rows: int = Field(100_000, gt=0)
    extracts_at_once: int = Field(4, gt=0)
    extracts_waiting: int = Field(32, ge=0)
    origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_parts)] = ()
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
