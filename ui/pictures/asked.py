"""What an address of a figure asks for, as its page answers it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import queries
from data import catalog
from extracts.serving import UnknownForm
from queries.parameters import one_of, whole_number
from queries.sentence import Sentence
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


class NotThere(queries.UnknownQuery):
    """There is no such page or figure; the message lists what there is."""

    def __init__(self, sentence: Sentence) -> None:
        queries.QueryError.__init__(self, sentence)


class NotPossible(queries.BadParameter):
    """The page has a remark on what it is asked for."""

    def __init__(self, remark: str) -> None:
        queries.QueryError.__init__(self, remark)
        self.parameter = ""


@dataclass(frozen=True)
class Asked:
    """A figure as its page has it at an address: where that is, whether its chart carries events."""

    figure: Figure
    address: str
    has_events: bool
    language: str


def figure_of(page: str, name: str, params: Params, site: str) -> Asked:
    """The figure of a page with these parameters. Raises NotThere, BadParameter, and what the page raises."""
    spoken = language(page, params)
    taken, known = aside.visit(known_page(page), params, spoken)
    made = next((one for one in taken.figures if one.key == name and is_drawn(one)), None)
    if made is None:
        raise NotThere(_none_of_that_name(page, name, [one.key for one in taken.figures]))
    allowed = known | set(state.SHARED)
    for key, _ in params:
        if key not in allowed:
            raise queries.BadParameter(page, key, Sentence("known are: {known}", known=", ".join(sorted(allowed))))
    if taken.remarks:
        raise NotPossible(taken.remarks[0])
    names = dict.fromkeys(key for key, _ in params if key != "lang")
    joined = {name: state.MANY.join(value for key, value in params if key == name) for name in names}
    address = f"{site}{of_page(page, spoken, **joined)}".replace("%2C", ",")
    return Asked(made, address, taken.has_events, spoken)


def _none_of_that_name(page: str, name: str, there: Sequence[str]) -> Sentence:
    views = ", ".join(pages.pages()[page].views)
    more = Sentence(" Others may stand in another view (view={views}).", views=views) if views else ""
    said = {"page": page, "name": name, "there": ", ".join(there) or "–", "more": more}
    return Sentence("/{page} draws no figure “{name}” with these parameters. It draws: {there}.{more}", **said)


def is_drawn(made: Figure) -> bool:
    """Whether there is anything to draw."""
    return any(plot.rows for plot in made.plots)


def known_page(name: str) -> str:
    """The name of a page that there is. Raises NotThere."""
    if name not in pages.pages():
        known = ", ".join(pages.pages())
        raise NotThere(Sentence("There is no page “{name}”. Known are: {known}.", name=name, known=known))
    return name


def language(page: str, params: Params) -> str:
    """The language asked for, English where none is. Raises BadParameter."""
    return one_of(page, "lang", dict(params).get("lang", DEFAULT), catalog.LANGUAGES)


def _look(page: str, params: Params) -> Look:
    given = dict(params)
    look = one_of(page, "theme", given.get("theme", THEMES[0]), THEMES)
    return Look(look, whole_number(page, "width", given.get("width", str(Look.width)), LEAST_WIDE, MOST_WIDE))


def picture_of(page: str, name: str, form: str, params: Params, site: str) -> tuple[bytes, str]:
    """The picture of a figure of a page, and its language. Raises as `figure_of` does, and NoPicture."""
    if form not in FORMS:
        raise UnknownForm(form, list(FORMS))
    look = _look(page, params)
    asked = figure_of(page, name, [(key, value) for key, value in params if key not in OF_PICTURES], site)
    with speaking(asked.language):
        made = picture(asked.figure, form, asked.address, replace(look, events=asked.has_events))
    return made, asked.language


def card_of(page: str, params: Params, host: str) -> tuple[bytes, str]:
    """The first figure of a page as the card that messengers show; of a page without one, its question.

    As the page itself does, it overlooks parameters that it does not know.
    """
    spoken = language(page, params)
    taken, _ = aside.visit(known_page(page), params, spoken)
    made = next(filter(is_drawn, taken.figures), None)
    address = host + of_page(page)
    with speaking(spoken):
        if made is not None:
            return picture(made, "png", address, replace(CARD, events=taken.has_events)), spoken
        return card(text_in(f"{page}.question", spoken), text_in(f"{page}.description", spoken), address), spoken
