"""What `refresh.toml` may say of a source that can be asked again, and of how patiently it is asked."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from data.catalog.model import Entry
from data.catalog.values import Address, Number, Publisher, Unit, Words, known

Count = Annotated[int, Field(ge=1)]
Duration = Annotated[Number, Field(ge=0)]
Size = Annotated[Number, Field(gt=0)]


class Limits(Entry):
    """How patiently a source is asked, in seconds, and how large what it answers may be, in megabytes."""

    attempts: Count | None = None
    backoff_seconds: Duration | None = None
    longest_wait_seconds: Duration | None = None
    read_timeout_seconds: Duration | None = None
    deadline_seconds: Duration | None = None
    largest_answer_mb: Size | None = None
    largest_unpacked_mb: Size | None = None
    parallel: Count | None = None
    is_whole: bool | None = None


class RefreshSource(Limits):
    """An official source that can be asked again: where, how it is cited, when it publishes, what its adapter needs."""

    module: Annotated[str, known("adapters")]
    base_url: Address
    publisher: Publisher
    title: Words
    url: Address
    licence: Words
    unit: Words
    grade: Words
    days_between: Annotated[int, Field(ge=1)]
    grace_days: Annotated[int, Field(ge=0)]
    releases: list[date] = Field(default_factory=list)
    days_after_period: Annotated[int, Field(ge=1, le=366)] | None = None
    only_converts: bool = False
    key_name: str | None = None
    unit_code: Unit | None = None
    divide_by: Annotated[Number, Field(gt=0)] = 1
    period_months: Annotated[int, Field(ge=1, le=12)] | None = None
    absent_is_nil: bool = False
    may_drop: bool = False
    table: str | None = None
    unit_of_measure: str | None = None
    vector_periods: Annotated[int, Field(ge=1)] | None = None
    file: str | None = None
    series: str | None = None
    item: str | None = None
    first_day: str | None = None
    first_month: str | None = None
    first_year: int | None = None
    last_year_from_month: Annotated[int, Field(ge=1, le=12)] | None = None
    running_year_from_month: Annotated[int, Field(ge=1, le=12)] | None = None
    detail: Literal["chapters", "hs6", "lines"] | None = None
    in_detail: list[str] | None = None


class Refresh(Entry):
    """All that can be refreshed: limits that sources share, and each source's own settings, which go over them."""

    limits: Limits
    sources: dict[Annotated[str, known("words of sources")], RefreshSource]
