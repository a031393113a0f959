"""What readers ask for: popular states of each page, and every fifth time one that hardly anybody has asked for."""

import random
from datetime import date, timedelta

LANGUAGES = ["en", "fr", "es"]
NEVER_ASKED = 0.2
POPULAR = {
    "": ["", "from=2015", "from=2019"],
    "trade": [
        "",
        "from=2015",
        "view=partners",
        "view=products",
        "currency=usd",
        "year=2024",
        "sector=87",
        "from=2019&to=2024",
    ],
    "tariffs": [
        "",
        "date=2025-10-14",
        "date=2025-08-01",
        "view=sectors",
        "partner=MEX",
        "cusma=lapsed",
        "date=2026-02-20",
    ],
    "timeline": ["", "effect=strain", "from=2018", "category=tariff"],
    "agenda": [""],
    "ledgers": ["", "from=2015", "from=2018&to=2023"],
    "investment": ["", "from=2015", "from=2018"],
    "people": ["", "from=2015", "view=asylum", "view=work", "view=visas"],
    "claims": ["", "topic=trade", "topic=tariffs"],
    "data": ["", "table=goods_trade_annual"],
}
SPANS = {
    "": (2005, 2024),
    "trade": (1990, 2024),
    "timeline": (1994, 2025),
    "ledgers": (2002, 2023),
    "people": (2000, 2024),
    "investment": (2000, 2023),
}
FIRST_DAY, DAYS = date(2025, 1, 1), 600


def never_asked(page: str) -> str:
    """A state of a page that hardly anybody has asked for."""
    if page == "tariffs":
        return f"date={FIRST_DAY + timedelta(days=random.randrange(DAYS))}"
    if page in SPANS:
        first, last = SPANS[page]
        start = random.randrange(first, last - 1)
        return f"from={start}&to={random.randrange(start + 1, last + 1)}"
    return random.choice(POPULAR[page])


def state_of(page: str) -> str:
    """The query string of a click."""
    return never_asked(page) if random.random() < NEVER_ASKED else random.choice(POPULAR[page])
