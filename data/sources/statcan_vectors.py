"""Statistics Canada, Web Data Service: single vectors, which are current hours before the full tables are."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import BaseModel, Field, TypeAdapter

from data.refresh import forms
from data.refresh.answers import Answer, Check
from data.refresh.problems import TryAgain
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

SERVICE = "/t1/wds/rest/getDataFromVectorsAndLatestNPeriods"
SCALAR_CODES = {0: 1.0, 3: 1e3, 6: 1e6, 9: 1e9}
SUCCESS, BEING_PUBLISHED = 0, 6
MOST_VECTORS = 300
# Below this share of its vectors an answer is a failure of the service, not of single vectors.
LEAST_ANSWERED = 0.9


class Point(BaseModel):
    """One period of a vector; the names are the agency's own."""

    refPer: date  # noqa: N815
    value: Annotated[float, Field(allow_inf_nan=False)] | None
    scalarFactorCode: Literal[0, 3, 6, 9]  # noqa: N815
    releaseTime: datetime  # noqa: N815


class Vector(BaseModel):
    """A vector with its verdict."""

    responseStatusCode: int  # noqa: N815
    vectorId: int  # noqa: N815
    vectorDataPoint: list[Point]  # noqa: N815


class Item(BaseModel):
    """What is answered for one vector: itself, or what went wrong with it."""

    status: str
    object: Annotated[Vector | Any, Field(union_mode="left_to_right")]

    def has(self, verdict: int) -> bool:
        """Is it a vector with this verdict?"""
        return isinstance(self.object, Vector) and self.object.responseStatusCode == verdict

    def is_good(self) -> bool:
        """Is it a vector that can be used?"""
        return self.status == "SUCCESS" and self.has(SUCCESS)


FORM = TypeAdapter(list[Item])


def latest(
    web: Web, settings: SourceSettings, vectors: Sequence[str], periods: int
) -> tuple[list[Answer], pd.DataFrame]:
    """The latest periods of vectors, and the answers that say so.

    Shape: vector, period, value in units of the currency, status, published_on. Where the agency is just publishing,
    or answers for most vectors not at all, raises TryAgain. Vectors that fail by themselves are left to the full table.
    """
    answers = []
    for first in range(0, len(vectors), MOST_VECTORS):
        asked = [{"vectorId": int(v.lstrip("v")), "latestN": periods} for v in vectors[first : first + MOST_VECTORS]]
        answers.append(web.post(SERVICE, asked, _is_whole(settings, len(asked))))
    items = [item for answer in answers for item in _items(answer.path)]
    rows = [point for item in items if item.is_good() for point in _points(item.object)]
    return answers, pd.DataFrame(rows, columns=["vector", "period", "value", "status", "published_on"])


def _items(path: Path) -> list[Item]:
    return FORM.validate_json(path.read_bytes().removeprefix(forms.MARK))


def _is_whole(settings: SourceSettings, asked: int) -> Check:
    """A check on an answer for so many vectors."""
    is_a_list = forms.of_json(settings, FORM, f"a list of {asked} vectors")

    def check(path: Path) -> None:
        is_a_list(path)
        items = _items(path)
        if any(item.has(BEING_PUBLISHED) for item in items):
            raise TryAgain("Statistics Canada is just publishing these figures; try later.")
        answered = sum(item.is_good() for item in items)
        if answered < asked * LEAST_ANSWERED:
            raise TryAgain(f"Statistics Canada answers for {answered} of {asked} vectors only; try later.")

    return check


def _points(told: Vector) -> list[dict[str, Any]]:
    return [
        {
            "vector": f"v{told.vectorId}",
            "period": point.refPer,
            "value": point.value * SCALAR_CODES[point.scalarFactorCode],
            "status": "",
            "published_on": point.releaseTime.date(),
        }
        for point in told.vectorDataPoint
        if point.value is not None
    ]
