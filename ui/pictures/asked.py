"""What an address of a figure asks for, as its page answers it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from data import catalog
from ui import aside, state
from ui import site as pages
from ui.addresses import of_page
from ui.figure import Figure
from ui.language import DEFAULT, speaking, text_in
from ui.pictures.made import CARD, FORMS, Look, card, picture
from ui.pictures.theme import THEMES

# What the address of a picture takes besides the parameters of its page.
OF_PICTURES = ("theme", "width")
LEAST_WIDE, MOST_WIDE = 320, 1920
Params = Sequence[tuple[str, str]]


class NotThere(Exception):
    """There is no such page, figure or form; the message lists what there is."""


class NotPossible(Exception):
    """A parameter has an unknown name or value."""

    def __init__(self, parameter: str, why: str) -> None:
        super().__init__(f"Parameter “{parameter}”: {why}" if parameter else why)
        self.parameter = parameter


@dataclass(frozen=True)
class Asked:
    """A figure as its page has it at an address: where that is, whether its chart carries events."""

    figure: Figure
    address: str
    has_events: bool
    language: str


def figure_of(page: str, name: str, params: Params, site: str) -> Asked:
    """The figure of a page with these parameters. Raises NotThere and NotPossible, and what the page raises."""
    spoken = language(params)
    taken, known = aside.visit(known_page(page), params, spoken)
    made = next((one for one in taken.figures if one.key == name and is_drawn(one)), None)
    if made is None:
        there = ", ".join(one.key for one in taken.figures) or "none"
        views = ", ".join(pages.pages()[page].views)
        more = f" Others may stand in another view (view={views})." if views else ""
        raise NotThere(f"/{page} draws no figure “{name}” with these parameters. It draws: {there}.{more}")
    for key, _ in params:
        if key not in known | set(state.SHARED):
            raise NotPossible(key, "is not one of this page.")
    if taken.remarks:
        raise NotPossible("", taken.remarks[0])
    names = dict.fromkeys(key for key, _ in params if key != "lang")
    joined = {name: state.MANY.join(value for key, value in params if key == name) for name in names}
    address = f"{site}{of_page(page, spoken, **joined)}".replace("%2C", ",")
    return Asked(made, address, taken.has_events, spoken)


def is_drawn(made: Figure) -> bool:
    """Whether there is anything to draw."""
    return any(plot.rows for plot in made.plots)


def known_page(name: str) -> str:
    """The name of a page that there is. Raises NotThere."""
    if name not in pages.pages():
        raise NotThere(f"There is no page “{name}”. Known are: {', '.join(pages.pages())}.")
    return name


def language(params: Params) -> str:
    """The language asked for, English where none is. Raises NotPossible."""
    asked = dict(params).get("lang", DEFAULT)
    if asked not in catalog.LANGUAGES:
        raise NotPossible("lang", f"“{asked}” is not one of: {', '.join(catalog.LANGUAGES)}")
    return asked


def _look(params: Params) -> Look:
    given = dict(params)
    look, wide = given.get("theme", THEMES[0]), given.get("width", str(Look.width))
    if look not in THEMES:
        raise NotPossible("theme", f"“{look}” is not one of: {', '.join(THEMES)}")
    if not (wide.isdecimal() and len(wide) <= len(str(MOST_WIDE)) and LEAST_WIDE <= int(wide) <= MOST_WIDE):
        raise NotPossible("width", f"“{wide}” is not a whole number from {LEAST_WIDE} to {MOST_WIDE}")
    return Look(look, int(wide))


def picture_of(page: str, name: str, form: str, params: Params, site: str) -> tuple[bytes, str]:
    """The picture of a figure of a page, and its language. Raises as `figure_of` does, and NoPicture."""
    if form not in FORMS:
        raise NotThere(f"There is no form “{form}”. Known are: {', '.join(FORMS)}.")
    look = _look(params)
    asked = figure_of(page, name, [(key, value) for key, value in params if key not in OF_PICTURES], site)
    with speaking(asked.language):
        made = picture(asked.figure, form, asked.address, replace(look, events=asked.has_events))
    return made, asked.language


def card_of(page: str, params: Params, host: str) -> tuple[bytes, str]:
    """The first figure of a page as the card that messengers show; of a page without one, its question.

    As the page itself does, it overlooks parameters that it does not know.
    """
    spoken = language(params)
    taken, _ = aside.visit(known_page(page), params, spoken)
    made = next(filter(is_drawn, taken.figures), None)
    address = host + of_page(page)
    with speaking(spoken):
        if made is not None:
            return picture(made, "png", address, replace(CARD, events=taken.has_events)), spoken
        return card(text_in(f"{page}.question", spoken), text_in(f"{page}.description", spoken), address), spoken
