"""One figure alone, live, for a frame on somebody's page: its words, its charts, its source and the way back."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from data import ROOT
from extracts.delivery import File
from queries.settings import settings
from ui import blocks, sources
from ui.figure import Figure
from ui.language import current, text
from ui.pictures import specification
from ui.pictures.theme import THEMES, colour, config

STATIC = Path(st.__file__).parent / "static" / "static"
SCRIPT = ROOT.parent / "ui" / "embed.js"
FONT = "Source Sans, sans-serif"


def policy() -> str:
    """What its page may load, all of it from here, and who may frame it."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'unsafe-inline'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {settings().frame_ancestors.replace(',', ' ')}",
        ]
    )


def page(made: Figure, address: str, has_events: bool) -> File:
    """The page in the frame, in the language of the moment; colours follow the reader's screen."""
    given = {
        "vega": f"../static/js/{shipped('js', 'loadVegaEmbed')}",
        "charts": [_chart(plot, has_events) for plot in made.plots],
    }
    content = blocks.render(
        "embed",
        language=current(),
        made=made,
        source=text("figure.source"),
        sources=sources.by_publisher(*(answer.entries() for answer in (made.answer, *made.beside))),
        given=given,
        font=shipped("media", "SourceSansVF-Upright"),
        address=address,
        more=text("embed.more", site=text("site.name")),
        colours={look: {idea: colour(idea, look) for idea in ("ink", "paper", "other_text")} for look in THEMES},
        idea=colour,
    )
    return File(content.encode(), "text/html; charset=utf-8", headers={"Content-Language": current()})


def _chart(plot: Any, has_events: bool) -> dict[str, Any]:
    """A chart with its rows, its settings for either theme, and which columns of its rows are days."""
    spec = specification.whole(plot, config(THEMES[0], FONT), "container", has_events)
    configs = {look: specification.configured(plot, config(look, FONT)) for look in THEMES}
    return {"spec": spec, "configs": configs, "days": specification.days(plot)}


@cache
def shipped(folder: str, begin: str) -> str:
    """The name of a file that Streamlit ships; what follows its beginning changes with its content."""
    return next(path.name for path in sorted((STATIC / folder).glob(f"{begin}.*")))


@cache
def script() -> bytes:
    """The script of the page."""
    return SCRIPT.read_bytes()
