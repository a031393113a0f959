"""Statistics Canada, table 36-10-0007: trade in services by country."""

import pandas as pd

from data import country_names
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.web import Web
from data.sources import statcan

FLOW, KIND, COUNTRY = "Receipts, payments and balances", "Types of services", "Countries or regions"
TOTAL = "Total"
FLOWS = {"Receipts": "exports", "Payments": "imports"}

Settings = statcan.Settings


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per flow, kind of service, country and year; C$."""
    answers, cells = statcan.table(web, settings, [FLOW, KIND, COUNTRY], lambda cells: cells[FLOW].isin(list(FLOWS)))
    if not cells[KIND].str.startswith(TOTAL).any():
        raise SourceProblem(f"Table {settings.table} names no kind of service that begins with {TOTAL}.")
    frame = cells[["period", "value", "status", "published_on"]].assign(
        series=cells[FLOW].map(FLOWS),
        item=cells[KIND],
        country=country_names.country_or_name(cells[COUNTRY], "statcan_fdi"),
    )
    return answers, statcan.one_a_country(frame[frame["country"] != ""])
