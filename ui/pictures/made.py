"""A figure as a picture: finding, units, legend, charts, source with vintages, edition and address, as SVG or PNG."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from data import editions, templates
from extracts import citation
from queries import settings as limits
from ui import sources
from ui.figure import Figure
from ui.language import current, text
from ui.pictures import rims, specification, theme
from ui.pictures.converter import Converter
from ui.pictures.fonts import BOLD, FAMILY
from ui.pictures.page import GAP, MARGIN, NAMED, Page, Type
from ui.remember import Memory

TEMPLATES = templates.of(Path(__file__).resolve().parent / "templates")
FORMS = {"svg": "image/svg+xml", "png": "image/png"}
LARGEST_BYTES = 32 * 1024 * 1024
# A picture is shown on screens with two points to a pixel, and printed.
POINTS = 2
VERSION = re.compile(r"/v([\d.]+)\.json$")
# Pixels of a card that its charts take, more or less.
CARD_CHARTS = 380
# What the font lacks, and what stands for it.
SIGNS = str.maketrans({"━": "—", "✕": "×", "◇": "◊", "○": "o", "◐": "ø", "●": "•", "✚": "+"})


@dataclass(frozen=True)
class Look:
    """How a picture looks: `light` or `dark`, its width in pixels, its height where that is given, its events.

    `bare` leaves out the words around the charts, for a text that says them itself; `panel` is the height of a chart,
    that of the site by default.
    """

    theme: str = "light"
    width: int = 960
    height: int = 0
    events: bool = True
    bare: bool = False
    panel: int = 0


class Sizes(NamedTuple):
    """The letters of a picture."""

    finding: Type
    subtitle: Type
    legend: Type
    below: Type


USUAL = Sizes(Type(22, BOLD), Type(14), Type(13), Type(12))
ON_CARDS = Sizes(Type(38, BOLD, 2), Type(20, most=2), Type(18), Type(16, most=1))
# What Open Graph asks for.
CARD = Look(width=1200, height=630)


@dataclass(frozen=True)
class Picture:
    """What is kept of a picture."""

    content: bytes

    def bytes(self) -> int:
        """Bytes that it takes."""
        return len(self.content)


PICTURES = Memory(LARGEST_BYTES)


@cache
def converter() -> Converter:
    """The processes that draw for this site; none runs before one is needed."""
    return Converter(limits.settings().pictures_at_once, limits.settings().picture_seconds)


def picture(made: Figure, form: str, address: str, look: Look = Look()) -> bytes:
    """A figure as a picture, in the language of the moment; `address` stands in it as where the figure is found.

    Forms are those of FORMS. A PNG has two points to a pixel, one where a height is given: then the picture has just
    that size. What was drawn once is kept as long as the edition. To call it outside a page:

        with speaking("fr"):
            png = picture(totals.balance(Years(2015, 2024), "cad", None), "png", "https://site.example/trade")

    Raises NoPicture (`ui/pictures/converter.py`) where it cannot be drawn in time.
    """
    inner = _inner(made, look)
    settings = theme.config(look.theme, FAMILY)
    charts = [_signed(specification.whole(plot, settings, inner, look.events)) for plot in made.plots]
    charts = [{**chart, "height": look.panel} for chart in charts] if look.panel else charts
    around = _around(made, address)
    known = json.dumps([charts, around, current(), form, vars(look)], sort_keys=True, ensure_ascii=False)
    key = hashlib.sha256(known.encode()).hexdigest()
    return PICTURES.get(editions.now().name, key, lambda: Picture(_drawn(charts, around, form, look))).content


def panels(made: Figure, width: int, events: bool) -> list[str]:
    """The charts of a figure as SVG to stand within a page, in colours for either theme. Raises NoPicture."""
    settings = {**theme.config(theme.EITHER, FAMILY), "background": None}
    drawn = [_chart(specification.whole(plot, settings, width, events)) for plot in made.plots]
    return [NAMED.sub(rf"\g<1>first{place}-", svg) for place, svg in enumerate(drawn)]


def card(title: str, about: str, address: str) -> bytes:
    """The card of a page without a figure: what it asks, and what it is about. Raises NoPicture."""
    around = {"finding": title, "subtitle": about, "legend": (), "source": "", "edition": text("site.name")}
    around["address"] = address
    key = json.dumps([around, current()])
    return PICTURES.get(editions.now().name, key, lambda: Picture(_drawn([], around, "png", CARD))).content


def _around(made: Figure, address: str) -> dict[str, Any]:
    """The words around the charts."""
    named = sources.by_publisher(*(answer.entries() for answer in (made.answer, *made.beside)))
    return {
        "finding": made.finding,
        "subtitle": made.line,
        "legend": made.legend,
        "source": f"{text('figure.source')} {'; '.join(source['name'] for source in named)}.",
        "edition": f"{text('site.name')}, {citation.cited(made.answer, '', current()).edition}",
        "address": address,
    }


def _inner(made: Figure, look: Look) -> int:
    """Pixels across a chart as it is drawn: on a card a wide one, made smaller as a whole, so that nothing collides."""
    across = look.width - 2 * MARGIN
    high = sum(plot.spec["height"] for plot in made.plots if isinstance(plot.spec.get("height"), int))
    return min(max(round(high * across / CARD_CHARTS), across // 2), 2 * across) if look.height else across


def _drawn(charts: Sequence[dict[str, Any]], around: dict[str, Any], form: str, look: Look) -> bytes:
    svg = _composed([rims.behind(_chart(chart)) for chart in charts], around, look)
    if form == "svg":
        return svg.encode()
    content: bytes = converter().order("png", svg, 1 if look.height else POINTS)
    return content


def _chart(chart: dict[str, Any]) -> str:
    version = ".".join(VERSION.findall(chart["$schema"])[0].split(".")[:2])
    svg: str = converter().order("chart", chart, version)
    return svg


def _composed(panels: Sequence[str], around: dict[str, Any], look: Look) -> str:
    """The whole picture: words, charts under each other, words."""
    page, sizes = Page(look.width, GAP if look.bare else MARGIN), ON_CARDS if look.height else USUAL
    if not look.bare:
        page.write(around["finding"], sizes.finding, "ink")
        page.write(around["subtitle"], sizes.subtitle, "other_text")
        page.skip()
    page.legend(around["legend"], sizes.legend)
    below = [around[part] for part in ("source", "edition", "address") if around[part] and not look.bare]
    if look.height:
        below = [part for part in (around["source"], f"{around['edition']} · {around['address']}") if part]
        room = look.height - MARGIN - GAP - len(below) * sizes.below.line - page.down
        page.place(panels, room)
        page.down = look.height - MARGIN - len(below) * sizes.below.line
    else:
        page.place(panels)
        page.skip()
    for part in below:
        page.write(part, sizes.below, "other_text")
    return TEMPLATES.get_template("picture.svg").render(
        width=look.width,
        height=look.height or page.down + MARGIN - GAP,
        language=current(),
        title=around["finding"],
        about=around["subtitle"],
        paper=theme.colour("paper", look.theme),
        colour=lambda idea: theme.colour(idea, look.theme),
        font=FAMILY,
        lines=page.lines,
        swatches=page.swatches,
        charts=page.charts,
    )


def _signed(part: Any) -> Any:
    """The specification with signs that the font has."""
    if isinstance(part, str):
        return part.translate(SIGNS)
    if isinstance(part, dict):
        return {key: _signed(inner) for key, inner in part.items()}
    return [_signed(inner) for inner in part] if isinstance(part, list) else part
