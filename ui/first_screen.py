"""What a browser shows before any script has run: a page's menu, question, answer and first picture.

They come with the shell, as finished HTML, and stand where Streamlit will draw them; once it has, they make room
(`first_screen.js`). An address has them from its second reader of the day on: they are made in a quiet moment.
"""

import re
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from markupsafe import Markup

from data import clock, editions
from queries.idle import IDLE
from ui import aside, blocks, site
from ui.addresses import LONGEST_CHOICE
from ui.figure import Figure
from ui.filters.row import PHONE
from ui.language import speaking, text
from ui.pictures import made as pictures
from ui.pictures.asked import is_drawn
from ui.remember import Memory

LARGEST_BYTES = 8 * 1024 * 1024
# Pixels across a picture on a phone.
ACROSS_A_PHONE = 358
# What of a chart is not for the eye: what Vega says of its parts, since a picture has one name, its finding; and marks
# that only answer a pointer.
UNSEEN = re.compile(
    r' (?:aria-[a-z]+|role)="[^"]*"'
    r'|<(g) class="[^"]*_voronoi"[^>]*>.*?</\1>'
    r'|<(?:path|line|rect)(?: [^>]*)? opacity="0(?:\.001)?"[^>]*/>'
    r'|<(text)(?: [^>]*)? opacity="0"[^>]*>[^<]*</\2>'
)
SCREENS = Memory(LARGEST_BYTES)


def of(page: str, language: str, chosen: str, browser: str) -> str:
    """The first screen of a page at an address: `chosen` are its parameters, `browser` is how that names itself.

    Empty where it is not known yet, and where the page has a remark on the address.
    """
    if len(chosen) > LONGEST_CHOICE:
        return ""
    asked = (page, language, tuple(parse_qsl(chosen)), PHONE in browser)
    edition, key = editions.current().name, (*asked, clock.today())
    made = SCREENS.known(edition, key)
    if made is None:
        IDLE.later(("first screen", edition, key), partial(SCREENS.get, edition, key, partial(_made, *asked)))
    return made or ""


def _made(page: str, language: str, params: tuple[tuple[str, str], ...], is_on_a_phone: bool) -> str:
    """It, as its page is drawn. Raises what the page raises, and NoPicture."""
    taken, _ = aside.visit(page, params, language)
    if taken.remarks:
        return ""
    across = site.pages()[page].picture_width
    first = next(filter(is_drawn, taken.figures), None) if across else None
    with speaking(language):
        return blocks.render(
            "first_screen",
            page=page,
            menu=_whole(taken.menu),
            menu_name=text("menu.name"),
            is_on_a_phone=is_on_a_phone,
            question=text(f"{page}.question"),
            answer=_whole(taken.answer),
            says=text("shell.no_scripts"),
            **(
                _picture(first, ACROSS_A_PHONE if is_on_a_phone else across, taken.has_events)
                if first
                else {"panels": ()}
            ),
        )


def _picture(first: Figure, across: int, has_events: bool) -> dict[str, Any]:
    """The first figure of the page, as it stands there but for its rows and downloads."""
    panels = pictures.panels(first, across, has_events)
    return {
        "finding": first.finding,
        "opening": _whole(first.opening),
        "panels": [_whole(UNSEEN.sub("", panel)) for panel in panels],
        "closing": _whole((first.marked if has_events else "") + first.closing),
    }


def _whole(html: str) -> Markup:
    """What templates have filled, or Vega has drawn: its words are escaped."""
    return Markup(html)  # noqa: S704 - see above
