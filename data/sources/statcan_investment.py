"""Statistics Canada, table 36-10-0008: direct investment positions by country."""

import pandas as pd

from data import country_names
from data.refresh.answers import Answer
from data.refresh.problems import SourceProblem
from data.refresh.web import Web
from data.sources import statcan

SERIES, COUNTRY = "Canadian and foreign direct investment", "Countries or regions"
POSITIONS = {
    "Canadian direct investment abroad - total book value": "outward",
    "Foreign direct investment in Canada - total book value": "inward",
}

Settings = statcan.Settings


def ask(web: Web, settings: Settings) -> tuple[list[Answer], pd.DataFrame]:
    """One figure per direction, country and year; C$, book value at year end."""
    answers, cells = statcan.table(web, settings, [SERIES, COUNTRY], lambda cells: cells[SERIES].isin(list(POSITIONS)))
    if missing := set(POSITIONS) - set(cells[SERIES]):
        raise SourceProblem(f"Table 36-10-0008 lacks the series {', '.join(sorted(missing))}.")
    frame = pd.DataFrame(
        {
            "series": cells[SERIES].map(POSITIONS),
            "item": "",
            "country": country_names.country_or_name(cells[COUNTRY], "statcan_fdi"),
            "period": cells["period"],
            "value": cells["value"],
            "status": cells["status"],
            "published_on": cells["published_on"],
        }
    )
    return answers, statcan.one_a_country(frame[frame["country"] != ""])
