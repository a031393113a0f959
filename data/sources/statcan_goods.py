"""Statistics Canada, table 12-10-0011: goods trade by principal partner, and its vectors for the newest months."""

import pandas as pd

from data import country_names
from data.refresh.answers import Answer
from data.refresh.problems import NotThere, SourceProblem
from data.refresh.web import Web
from data.sources import statcan, statcan_vectors

FLOW, BASIS, ADJUSTMENT, PARTNER = "Trade", "Basis", "Seasonal adjustment", "Principal trading partners"
FLOWS = {"Import": "imports", "Export": "exports"}
BASES = {"Customs": "customs", "Balance of payments": "payments"}
ADJUSTMENTS = {"Unadjusted": "unadjusted", "Seasonally adjusted": "adjusted"}
KEY = ["series", "item", "country", "period"]


class Settings(statcan.Settings):
    """How many of the latest months are asked for as vectors."""

    vector_periods: int


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per flow, basis, adjustment, partner and month; C$. Vectors add what the file does not have yet."""
    dimensions = [FLOW, BASIS, ADJUSTMENT, PARTNER]
    answers, cells = statcan.table(web, settings, dimensions, lambda cells: cells[FLOW].isin(list(FLOWS)))
    for column, known in ((FLOW, FLOWS), (BASIS, BASES), (ADJUSTMENT, ADJUSTMENTS)):
        if set(known) != set(cells[column].unique()):
            raise SourceProblem(
                f"Table 12-10-0011 has other members of {column}: {', '.join(sorted(set(cells[column])))}."
            )
    series = cells[FLOW].map(FLOWS) + "_" + cells[BASIS].map(BASES) + "_" + cells[ADJUSTMENT].map(ADJUSTMENTS)
    frame = cells[["period", "value", "status", "published_on", "vector"]].assign(
        series=series, item="", country=country_names.country_or_name(cells[PARTNER], "statcan_goods")
    )
    frame = frame[frame["country"] != ""]
    try:
        told, newest = statcan_vectors.latest(web, settings, sorted(frame["vector"].unique()), settings.vector_periods)
    except NotThere:
        # A table that was downloaded by hand comes without them.
        return answers, frame.drop(columns="vector")
    return [*answers, *told], _with(frame, newest)


def _with(frame: pd.DataFrame, newest: pd.DataFrame) -> pd.DataFrame:
    """The file's figures, and the vectors' where those were released later."""
    names = frame[["vector", "series", "item", "country"]].drop_duplicates()
    later = newest.merge(names, on="vector")
    later = later[later["published_on"] > frame["published_on"].max()]
    return pd.concat([frame, later], ignore_index=True).drop_duplicates(KEY, keep="last").drop(columns="vector")
