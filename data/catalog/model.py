"""What holds of every entry of the catalog."""

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """An entry of the catalog: no key but those named here, no value of another kind, nothing changed once read."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)
