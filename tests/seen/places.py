"""Every page and view, each with one state besides the default: one that moves as much as it can."""

import itertools

from data.catalog import LANGUAGES
from ui import site

# What a page is asked for in the other state, whichever view is open.
OTHER = {
    "overview": {"from": "2015", "to": "2024"},
    "trade": {"from": "1990", "to": "2024", "currency": "mxn", "year": "2010"},
    "ledgers": {"from": "2010", "to": "2024", "currency": "cad", "sector": "12,09"},
    "tariffs": {"date": "2025-09-18", "country": "CAN,MEX,CHN,TUR", "partner": "MEX"},
    "timeline": {"series": "visitor_visas", "category": "tariffs,trade", "actor": "MEX", "from": "2015", "all": "1"},
    "agenda": {"pillar": "routes,review", "agenda_status": "under_way,scheduled"},
    "investment": {"from": "2013", "to": "2022", "direction": "inward"},
    "people": {"from": "2018", "to": "2023"},
    "claims": {"claim": "c08", "topic": "trade", "verdict": "matches,contradicted"},
    "data": {"text": "goods"},
    "search": {"q": "bois d’œuvre"},
    "accessibility": {},
    "briefing": {
        "topics": "tariffs,people,agenda",
        "from": "2015",
        "to": "2023",
        "date": "2025-03-04",
        "length": "more",
    },
}
# What a view of it is asked for besides.
VIEW = {
    ("trade", "sectors"): {"lens": "wiod", "sector": "12,03"},
    ("trade", "months"): {"measure": "share", "show": "twelve"},
    ("trade", "partners"): {"rank": "exports", "period": "2024"},
    ("trade", "products"): {"sector": "12", "level": "HS4", "flow": "exports"},
    ("ledgers", "sectors"): {"flow": "exports"},
    ("ledgers", "payments"): {"flow": "exports"},
    ("ledgers", "published"): {"date": "2026-01-15"},
    ("tariffs", "time"): {"cusma": "lapsed", "override": "US-232-STEEL:10", "what_if": "1", "programmes": "1"},
    ("tariffs", "sectors"): {"cusma": "lapsed", "override": "US-232-STEEL:10"},
    ("tariffs", "coverage"): {"claims": "2024", "authority": "s232", "sector": "09,12"},
    ("tariffs", "measures"): {"status": "in_force,announced", "imposing": "CAN"},
    ("tariffs", "exposure"): {"cusma": "lapsed"},
    ("tariffs", "collected"): {"cusma": "lapsed"},
    ("tariffs", "surtaxes"): {"date": "2026-09-08", "list": "2025_metals"},
    ("tariffs", "product"): {"product": "8703", "content": "0.5", "rules": "1"},
    ("people", "ranking"): {"measure": "flow", "year": "2019"},
    ("people", "provinces"): {"measure": "flow"},
    ("data", "tables"): {"table": "goods_trade_annual"},
    ("data", "glossary"): {"term": "mfn_rate"},
    ("data", "revisions"): {"country": "all"},
}


def views(page):
    """The views of a page that there are without a refresh, the one it opens with first; or the page alone."""
    return [view for view, about in site.pages()[page].views.items() if about.has_rows()] or [""]


def states(page, view):
    """The parameters of the default state and of the other."""
    chosen = {} if view == views(page)[0] else {"view": view}
    return chosen, {**chosen, **OTHER[page], **VIEW.get((page, view), {})}


def language_of_other(page, view):
    """The language in which the other state is recorded: a page's views take turns, and so do the pages."""
    return LANGUAGES[(list(OTHER).index(page) + views(page).index(view)) % len(LANGUAGES)]


def file_name(page, view, language):
    return f"{'-'.join(part for part in (page, view) if part)}.{language}.txt"


def all_names(languages):
    return {
        file_name(page, view, language)
        for page, language in itertools.product(OTHER, languages)
        for view in views(page)
    }
