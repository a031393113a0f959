"""Statistics Canada, table 18-10-0004: the consumer price index of all items in Canada."""

import pandas as pd

from data.refresh.answers import Answer
from data.refresh.web import Web
from data.sources import statcan

PLACE, PRODUCTS = "GEO", "Products and product groups"
CANADA, ALL_ITEMS = "Canada", "All-items"

Settings = statcan.Settings


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per month; 2002 = 100, not seasonally adjusted. Other places and products are not read."""
    answers, cells = statcan.table(
        web, settings, [PRODUCTS], lambda cells: (cells[PLACE] == CANADA) & (cells[PRODUCTS] == ALL_ITEMS)
    )
    columns = ["period", "value", "status", "published_on"]
    return answers, cells[columns].assign(series="consumer_price_index", item="", country="CAN")
