"""The front door: `streamlit run app.py` serves the site, its data addresses and its headers in one process."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from extracts.assistants.server import ROUTES as FOR_ASSISTANTS  # noqa: E402 - the path to our rooms comes first
from extracts.feeds.routes import ROUTES as FEEDS  # noqa: E402
from extracts.routes import ROUTES, failed  # noqa: E402
from pages.briefing.download import ROUTES as NOTES  # noqa: E402
from ui import failure, icon, search_box, security_txt  # noqa: E402
from ui.addresses import ROUTES as FOR_ROBOTS  # noqa: E402
from ui.pictures.routes import ROUTES as FIGURES  # noqa: E402
from ui.server import MIDDLEWARE, warm_up  # noqa: E402
from ui.sql.routes import ROUTES as FOR_SQL  # noqa: E402

app = st.App(
    ROOT / "ui" / "frame.py",
    lifespan=warm_up,
    routes=[
        *ROUTES,
        *FEEDS,
        *NOTES,
        *FIGURES,
        *FOR_ASSISTANTS,
        *FOR_SQL,
        *FOR_ROBOTS,
        *security_txt.ROUTES,
        *search_box.ROUTES,
        *icon.ROUTES,
    ],
    middleware=MIDDLEWARE,
    on_script_error=failure.uncaught,
    exception_handlers={Exception: failed},
)
