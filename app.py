"""The front door: `streamlit run app.py` serves the site, its data addresses and its headers in one process."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

from extracts.routes import ROUTES  # noqa: E402 - the path to our rooms comes first
from ui.server import MIDDLEWARE, warm_up  # noqa: E402

app = st.App(ROOT / "ui" / "frame.py", lifespan=warm_up, routes=ROUTES, middleware=MIDDLEWARE)
