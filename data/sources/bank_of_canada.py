"""Bank of Canada, Valet: daily average exchange rates."""

import json

import pandas as pd

from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

SERIES = {"FXUSDCAD": "cad_per_usd", "FXMXNCAD": "cad_per_mxn"}


class Settings(SourceSettings):
    """From which day on rates are asked for."""

    first_day: str


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per currency and day of business; C$ per unit. A series may be absent from a day."""
    answer = web.get(f"/valet/observations/{','.join(SERIES)}/json?start_date={settings.first_day}")
    try:
        told = json.loads(answer.path.read_text(encoding="utf-8-sig"))
        observations = told["observations"]
        missing = [code for code in SERIES if code not in told["seriesDetail"]]
    except (ValueError, KeyError, TypeError) as error:
        raise SourceProblem("The Valet answer has no observations; its format has changed.") from error
    if missing:
        raise SourceProblem(f"The Valet answer lacks the series {', '.join(missing)}.")
    if not observations:
        raise SourceProblem("The Valet answer has no observations.")
    rows = [_row(day, code) for day in observations for code in SERIES if code in day]
    frame = pd.DataFrame(rows, columns=["series", "period", "value"])
    # Rates of the running month are published every day, so the last day is the day of publication.
    return [answer], frame.assign(item="", country="", status="", published_on=frame["period"].max())


def _row(day: dict, code: str) -> tuple[str, pd.Timestamp, float]:
    try:
        return SERIES[code], pd.Timestamp(day["d"]), float(day[code]["v"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceProblem(f"The Valet answer has a day that cannot be read: {str(day)[:80]}.") from error
