"""Addresses of figures: `/figures/{page}/{figure}` with the parameters of the page, as a picture or to be framed."""

from typing import Any

from starlette.requests import Request

from extracts.address import site
from extracts.delivery import File
from extracts.openapi import Paths
from extracts.operations import get, in_path, in_query, ref, types
from extracts.serving import file_route
from queries.parameters import one_of
from ui import site as pages
from ui.language import speaking
from ui.pictures import asked, embed
from ui.pictures.made import FORMS
from ui.pictures.theme import THEMES

FIGURE = {
    "name": "figure",
    "in": "path",
    "required": True,
    "description": "As in the links under it; what the page does not draw is answered 404 with what it draws.",
    "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"},
    "example": "balance",
}
OF_PAGE = {
    "name": "parameters",
    "in": "query",
    "style": "form",
    "explode": True,
    "description": "Those of the page itself, such as from=2015; an unknown one is answered 400.",
    "schema": {"type": "object", "additionalProperties": {"type": "string"}},
}


def drawn(request: Request) -> File:
    """A figure as a picture."""
    page, figure, form = (request.path_params[part] for part in ("page", "figure", "form"))
    made, language = asked.picture_of(page, figure, form, request.query_params.multi_items(), site(request.scope))
    return File(made, FORMS[form], headers={"Content-Language": language})


def card(request: Request) -> File:
    """The card of a page."""
    host = site(request.scope).partition("://")[2]
    made, language = asked.card_of(request.path_params["page"], request.query_params.multi_items(), host)
    return File(made, FORMS["png"], headers={"Content-Language": language})


def alone(request: Request) -> File:
    """A figure alone, live, for a frame on another page."""
    page, figure = request.path_params["page"], request.path_params["figure"]
    one_of(page, "embed", request.query_params.get("embed", "true"), ["true"])
    params = [(key, value) for key, value in request.query_params.multi_items() if key != "embed"]
    found = asked.figure_of(page, figure, params, site(request.scope))
    with speaking(found.language):
        return embed.page(found.figure, found.address, found.has_events)


def _of_pictures() -> Paths:
    wide = {"type": "integer", "minimum": asked.LEAST_WIDE, "maximum": asked.MOST_WIDE}
    look = [in_query("theme", {"type": "string", "enum": list(THEMES)}), in_query("width", wide)]
    taken = [_page(), FIGURE, in_path("form", list(FORMS)), *look, ref("lang"), OF_PAGE]
    return {
        "/figures/{page}/{figure}.{form}": get(
            "picture", "A figure of a page as a picture.", taken, types(FORMS.values())
        )
    }


def _of_cards() -> Paths:
    taken = [_page(), ref("lang"), OF_PAGE]
    return {"/figures/{page}.png": get("card", "A page as a card, 1200 × 630.", taken, types([FORMS["png"]]))}


def _of_frames() -> Paths:
    taken = [_page(), FIGURE, in_query("embed", {"const": "true"}), ref("lang"), OF_PAGE]
    return {"/figures/{page}/{figure}": get("frame", "A figure alone, live, for a frame.", taken, types(["text/html"]))}


def _page() -> dict[str, Any]:
    return in_path("page", list(pages.pages()))


ROUTES = [
    file_route("/figures/embed.js", lambda _: File(embed.script(), "text/javascript; charset=utf-8"), dict),
    file_route("/figures/{page}/{figure}.{form}", drawn, _of_pictures),
    file_route("/figures/{page}.png", card, _of_cards),
    file_route("/figures/{page}/{figure}", alone, _of_frames),
]
