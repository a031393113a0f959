"""Bank of Canada, Valet: daily average exchange rates."""

import math
from datetime import date
from typing import Annotated, Any

import pandas as pd
from pydantic import BaseModel, Field, TypeAdapter

from data.refresh import forms
from data.refresh.answers import Answer, read_json
from data.refresh.problems import SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

SERIES = {"FXUSDCAD": "cad_per_usd", "FXMXNCAD": "cad_per_mxn"}


class Observations(BaseModel):
    """What an answer of Valet holds."""

    seriesDetail: dict[str, Any]  # noqa: N815 - the bank's own name
    observations: Annotated[list[dict[str, Any]], Field(min_length=1)]


FORM = TypeAdapter(Observations)


class Settings(SourceSettings):
    """From which day on rates are asked for."""

    first_day: str


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per currency and day of business; C$ per unit. A series may be absent from a day."""
    address = f"/valet/observations/{','.join(SERIES)}/json?start_date={settings.first_day}"
    answer = web.get(address, forms.of_json(settings, FORM, "daily observations of the rates asked for"))
    told = read_json(answer)
    observations = told["observations"]
    missing = [code for code in SERIES if code not in told["seriesDetail"]]
    if missing:
        raise SourceProblem(f"The Valet answer lacks the series {', '.join(missing)}.")
    rows = [_row(day, code) for day in observations for code in SERIES if code in day]
    frame = pd.DataFrame(rows, columns=["series", "period", "value"])
    # Rates of the running month are published every day, so the last day is the day of publication.
    return [answer], frame.assign(item="", country="", status="", published_on=frame["period"].max())


def _row(day: dict, code: str) -> tuple[str, pd.Timestamp, float]:
    try:
        return SERIES[code], pd.Timestamp(date.fromisoformat(day["d"])), _rate(day[code]["v"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceProblem(f"The Valet answer has a day that cannot be read: {str(day)[:80]}.") from error


def _rate(text: str) -> float:
    """A rate; raises ValueError where it is none, or no price at all."""
    rate = float(text)
    if not 0 < rate < math.inf:
        raise ValueError(text)
    return rate
