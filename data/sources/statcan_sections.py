"""Statistics Canada, table 12-10-0173: goods trade by product section and country, of which farm and food are kept."""

import pandas as pd

from data import country_names
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.web import Web
from data.sources import statcan

PLACE, FLOW, PARTNER = "GEO", "Trade", "Trading partner"
SECTION = "North American Product Classification System (NAPCS)"
CANADA, FARM_AND_FOOD = "Canada", "Farm, fishing and intermediate food products"
FLOWS = {"Import": "imports", "Export": "exports"}
PARTNERS = ("Mexico", "United States")

Settings = statcan.Settings


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per flow, year and partner, of Mexico and the United States; C$. Provinces are not read."""
    answers, cells = statcan.table(web, settings, [FLOW, PARTNER, SECTION], _is_kept)
    found = set(zip(cells[FLOW], cells[PARTNER], strict=True))
    if missing := sorted({(flow, partner) for flow in FLOWS for partner in PARTNERS} - found):
        raise SourceProblem(f"Table 12-10-0173 lacks {' and '.join(missing[0])} of its farm and food products.")
    columns = ["period", "value", "status", "published_on"]
    return answers, cells[columns].assign(
        series=cells[FLOW].map(FLOWS), item="", country=country_names.country_or_name(cells[PARTNER], "statcan_goods")
    )


def _is_kept(cells: pd.DataFrame) -> pd.Series:
    """Canada as a whole, the two partners and the one section, whose code may stand behind its name."""
    is_section = cells[SECTION].str.startswith(FARM_AND_FOOD)
    is_shown = cells[PARTNER].isin(PARTNERS) & cells[FLOW].isin(list(FLOWS))
    return (cells[PLACE] == CANADA) & is_section & is_shown
