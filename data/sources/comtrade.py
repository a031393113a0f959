"""UN Comtrade: Mexico's goods trade with Canada by HS chapter and year, as Mexico records it."""

import hashlib
import math
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pandas as pd
from pydantic import BaseModel, TypeAdapter

from data import clock
from data.refresh import forms
from data.refresh.answers import Answer, read_json
from data.refresh.problems import SourceProblem
from data.refresh.refusals import message_in
from data.refresh.settings import SourceSettings
from data.refresh.web import Secret, Web

FREE, WITH_KEY = "/public/v1/preview/C/A/HS", "/data/v1/get/C/A/HS"
KEY_HEADER = "Ocp-Apim-Subscription-Key"
# Without a key an answer is cut at this many rows, and does not say so.
MOST_PREVIEWED = 500
MEXICO, CANADA = 484, 124
FLOWS = {"M": "imports", "X": "exports"}
# One row per flow and chapter only with all three: the others break it down by route, means of transport and procedure.
WHOLE = {"partner2Code": 0, "motCode": 0, "customsCode": "C00"}
ELAPSED = re.compile(rb'"elapsedTime":\s*"[^"]*"')
NEEDED = ["reporterCode", "partnerCode", "period", "flowCode", "cmdCode", "primaryValue", *WHOLE]


class Told(BaseModel):
    """What an answer of UN Comtrade holds."""

    data: list[dict[str, Any]]


FORM = TypeAdapter(Told)


class Settings(SourceSettings):
    """Which years are asked for, and from which month on the last one must be there."""

    first_year: int
    last_year_from_month: int


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per flow, HS chapter and year; US$. A year has both flows, or is not there yet."""
    last = clock.now().year - 1
    is_due = clock.now().month >= settings.last_year_from_month
    answers, parts = [], []
    for year in range(settings.first_year, last + 1):
        answer = _asked(web, settings, year)
        rows = _rows(read_json(answer), year, settings.key)
        if {row["flowCode"] for row in rows} == set(FLOWS):
            answers.append(answer)
            parts.append(_figures(rows, year).assign(published_on=answer.published_on().date()))
        elif year < last or is_due:
            raise SourceProblem(f"UN Comtrade has no imports or no exports of {year}, or did not know what was asked.")
    if not parts:
        raise SourceProblem("UN Comtrade has none of the years that are asked for.")
    return answers, pd.concat(parts, ignore_index=True)


def _asked(web: Web, settings: Settings, year: int) -> Answer:
    asked = {
        "reporterCode": MEXICO,
        "partnerCode": CANADA,
        "period": year,
        "cmdCode": "AG2",
        "flowCode": ",".join(FLOWS),
    }
    query = urlencode({**asked, **WHOLE}, safe=",")
    key = settings.key
    secret = Secret(headers={KEY_HEADER: key} if key else {})
    has_rows = forms.of_json(settings, FORM, f"rows of {year}")
    return web.get(f"{WITH_KEY if key else FREE}?{query}", has_rows, secret, _digest_without_time)


def _digest_without_time(path: Path) -> str:
    """A digest of an answer without the time it took."""
    return hashlib.sha256(ELAPSED.sub(b"", path.read_bytes())).hexdigest()


def _rows(told: dict[str, Any], year: int, key: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = told["data"]
    if problem := message_in(told) or ("" if told.get("count") == len(rows) else "some are cut off"):
        raise SourceProblem(f"UN Comtrade answers for {year} with {len(rows)} rows and a problem: {problem}.")
    if not key and len(rows) >= MOST_PREVIEWED:
        raise SourceProblem(
            f"UN Comtrade answers for {year} with {len(rows)} rows, its limit without a key; some may lack."
        )
    for row in rows:
        if missing := [name for name in NEEDED if name not in row]:
            raise SourceProblem(f"UN Comtrade lacks the column {', '.join(missing)}.")
        if other := [name for name in ("flowCode", "cmdCode") if not isinstance(row[name], str)]:
            raise SourceProblem(f"UN Comtrade answers for {year} with a {other[0]} that is no text.")
        asked = {"reporterCode": MEXICO, "partnerCode": CANADA, "period": str(year), **WHOLE}
        if other := [f"{name} {row[name]}" for name, value in asked.items() if str(row[name]) != str(value)]:
            raise SourceProblem(f"UN Comtrade answers for {year} with rows that count twice or are others: {other[0]}.")
    return rows


def _figures(rows: list[dict[str, Any]], year: int) -> pd.DataFrame:
    frame = pd.DataFrame(rows)[["flowCode", "cmdCode", "primaryValue"]]
    doubled = frame.duplicated(["flowCode", "cmdCode"])
    if doubled.any():
        first = ", ".join(frame.loc[doubled, ["flowCode", "cmdCode"]].iloc[0])
        raise SourceProblem(f"UN Comtrade has {int(doubled.sum())} rows twice for {year}, the first is {first}.")
    if strange := sorted(set(frame.loc[~frame["cmdCode"].astype(str).str.fullmatch(r"\d\d"), "cmdCode"].astype(str))):
        raise SourceProblem(f"UN Comtrade has a code that is no HS chapter: {', '.join(strange[:3])}.")
    amounts = [row["primaryValue"] for row in rows]
    if not all(isinstance(amount, int | float) and 0 <= amount < math.inf for amount in amounts):
        raise SourceProblem(f"UN Comtrade has a value of {year} that is no amount.")
    return pd.DataFrame(
        {
            "series": frame["flowCode"].map(FLOWS),
            "item": frame["cmdCode"],
            "country": "CAN",
            "period": pd.Timestamp(year, 1, 1).date(),
            "value": frame["primaryValue"].astype(float),
            "status": "",
        }
    )
