"""What an entry of a table or a column may say."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from data.catalog.model import Entry
from data.catalog.values import (
    CaveatName,
    CodeGroup,
    ColumnName,
    Names,
    Number,
    Percent,
    RefreshName,
    SourceName,
    Text,
    Unit,
    each_once,
    known,
    unknown,
)

Type = Literal["INTEGER", "DOUBLE", "VARCHAR", "DATE", "BOOLEAN"]
TYPES = get_args(Type)


def _among(names: list[str], info: ValidationInfo, field: str) -> list[str]:
    """Refuses names that do not stand in an earlier field of the same entry."""
    listed = info.data.get(field, names)
    if strange := [name for name in names if name not in listed]:
        raise ValueError(f"{unknown(strange[0], listed)} (of the table’s {field})")
    return names


class Column(Entry):
    """What a column means, wherever it stands; `unit` is a code of the group `unit`.

    `codes` names the group its cells are codes of, where that is not called as the column.
    """

    type: Type
    unit: Unit | None = None
    codes: CodeGroup | None = None
    label: Text
    means: Text


class Rule(Entry):
    """What the cells of a column keep in one table; a cell may be missing where it is `nullable`.

    A column that only this table has may be explained here too, as a `Column` is in columns.toml.
    """

    min: Number | None = None
    max: Number | None = None
    nullable: bool = False
    type: Type | None = None
    unit: Unit | None = None
    label: Text | None = None
    means: Text | None = None

    def column(self) -> Column | None:
        """What the column means, where it is explained here."""
        if self.type is None or self.label is None or self.means is None:
            return None
        return Column(type=self.type, unit=self.unit, label=self.label, means=self.means)

    @model_validator(mode="after")
    def _explained_whole(self) -> Self:
        explained = {"type": self.type, "label": self.label, "means": self.means}
        missing = [name for name, value in explained.items() if value is None]
        if missing and (self.unit or len(missing) < len(explained)):
            raise ValueError(f"{', '.join(missing)} is missing: type, label and means go together")
        return self

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Self:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min, {self.min:g}, is above max, {self.max:g}")
        return self


class RefreshRule(Entry):
    """What a refreshed source does to a table: sources it `replaces` or `joins`, caveats it `lifts`.

    It replaces and lifts only where its own figures begin in `from_year` or earlier.
    """

    replaces: Names = Field(default_factory=list)
    joins: Names = Field(default_factory=list)
    lifts: Names = Field(default_factory=list)
    from_year: int = 0

    @model_validator(mode="after")
    def _says_from_when(self) -> Self:
        if (self.replaces or self.lifts) and not self.from_year:
            raise ValueError("from_year is missing: what replaces or lifts says how far back it must reach")
        return self


class Continuity(Entry):
    """In what a refreshed table goes on from the one before; names of columns, or SQL over them."""

    time: Literal["year", "month", "date", "period"]
    key: Names | None = None
    series: Names | None = None
    by: Names = Field(default_factory=lambda: ["'all'"])
    total: str | None = None
    largest_jump_pct: Percent | None = None
    largest_fall_pct: Percent | None = None
    rows_may_shrink_pct: Percent = 0

    @model_validator(mode="after")
    def _bounds_say_something(self) -> Self:
        if (self.total is None) != (self.largest_jump_pct is None):
            raise ValueError("total and largest_jump_pct go together")
        if self.total and not 0 < (self.largest_fall_pct or self.largest_jump_pct or 0) < 100:
            raise ValueError("largest_fall_pct must lie between 0 and 100: no fall is larger than 100 %")
        return self

    def expressions(self) -> Sequence[str]:
        """Everything here that is written in SQL."""
        return [self.time, *(self.key or []), *(self.series or []), *self.by, *([self.total] if self.total else [])]


class Table(Entry):
    """One table: what a row is, what tells rows apart, where they come from, what readers are warned of.

    A table without rows is broken, but for one that is `empty_until_refreshed`.
    """

    subject: Annotated[str, known("topics")]
    title: Text
    says: Text
    columns: Annotated[dict[ColumnName, Rule], Field(min_length=1)]
    grain: Annotated[Names, Field(min_length=1)]
    sources: Annotated[list[SourceName], AfterValidator(each_once)]
    caveats: Annotated[list[CaveatName], AfterValidator(each_once)]
    empty_until_refreshed: bool = False
    checks: Names = Field(default_factory=list)
    refreshed_by: dict[RefreshName, RefreshRule] = Field(default_factory=dict)
    continuity: Continuity | None = None

    @field_validator("grain", mode="after")
    @classmethod
    def _grain_is_of_columns(cls, grain: list[str], info: ValidationInfo) -> list[str]:
        return _among(grain, info, "columns")

    @field_validator("refreshed_by", mode="after")
    @classmethod
    def _rules_are_about_this_table(cls, rules: dict[str, RefreshRule], info: ValidationInfo) -> dict[str, RefreshRule]:
        for rule in rules.values():
            _among([*rule.replaces, *rule.joins], info, "sources")
            _among(rule.lifts, info, "caveats")
        return rules
