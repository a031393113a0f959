"""What an entry of a source may say, and what we change in its file."""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, ValidationInfo, field_validator, model_validator

from data.catalog.model import Entry
from data.catalog.values import Names, Publisher, SourceName, Words, known, like


class Cited(Entry):
    """Who published something, when and under which licence; `grade` says how far to trust it.

    `read_in` is where it was found when the publisher's own site was not; what a refresh records besides is not cited.
    """

    model_config = ConfigDict(extra="ignore")

    publisher: Publisher
    title: Words
    url: Annotated[str, like("^(https?://.*)?$", "an address that begins with https://, or empty")]
    licence: Words
    vintage: Annotated[str, like(r"^\d{4}(-\d{2}(-\d{2})?)?$", "a year, month or day such as 2026-08")]
    released: str
    unit: str = ""
    grade: str = ""
    read_in: str = ""


class Source(Cited):
    """One raw file that comes with the site."""

    model_config = ConfigDict(extra="forbid")

    file: Annotated[str, known("raw files")]
    sha256: Annotated[str, like("^[0-9a-f]{64}$", "a SHA-256 checksum: 64 characters of 0 to 9 and a to f")]

    @field_validator("sha256", mode="after")
    @classmethod
    def _file_is_untouched(cls, digest: str, info: ValidationInfo) -> str:
        file = info.data.get("file", "")
        found = (info.context or {}).get("raw files", {}).get(file, digest)
        if found != digest:
            raise ValueError(f"data/raw/{file} was changed: its checksum is {found}")
        return digest


class Correction(Entry):
    """What we change in a raw file: cells of `column` in the rows whose `key` is in `keys`, and `rows` added.

    Where `partners` stand beside them, each row is added once for each.
    """

    source: SourceName
    reason: Words
    citation: Words
    key: str | None = None
    keys: Names = Field(default_factory=list)
    column: str | None = None
    was: str | None = None
    now: str | None = None
    rows: list[dict[str, str]] = Field(default_factory=list)
    partners: Names = Field(default_factory=lambda: [""])

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        cells = {"key": self.key, "column": self.column, "was": self.was, "now": self.now}
        missing = [name for name, value in cells.items() if value is None]
        if self.keys and missing:
            raise ValueError(f"{', '.join(missing)} is missing: it goes with keys")
        if not self.keys and not self.rows:
            raise ValueError("changes nothing: it needs keys or rows")
        return self
