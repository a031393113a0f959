"""Addresses of figures: `/figures/{page}/{figure}` with the parameters of the page, as a picture or to be framed."""

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import queries
from data import catalog, editions
from extracts.address import site
from extracts.delivery import OPEN, File, deliver
from extracts.refusal import refusal
from extracts.routes import QUEUE
from queries.settings import settings
from ui.language import speaking
from ui.pictures import asked, embed
from ui.pictures.converter import NoPicture
from ui.pictures.made import FORMS


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
    if (wanted := request.query_params.get("embed", "true")) != "true":
        raise asked.NotPossible("embed", f"“{wanted}” is not one of: true")
    params = [(key, value) for key, value in request.query_params.multi_items() if key != "embed"]
    page, figure = request.path_params["page"], request.path_params["figure"]
    found = asked.figure_of(page, figure, params, site(request.scope))
    with speaking(found.language):
        return embed.page(found.figure, found.address, found.has_events)


def answered(make: Callable[[Request], File], request: Request) -> Response:
    """The file, from one edition, or why there is none."""
    editions.pin()
    try:
        return deliver(request, make(request))
    except asked.NotThere as error:
        return refusal(request, 404, str(error))
    except asked.NotPossible as error:
        return refusal(request, 400, str(error), parameter=error.parameter)
    except (NoPicture, queries.QueryError, catalog.Mistakes) as error:
        return refusal(request, 503, str(error), {"Retry-After": str(round(settings().picture_seconds) or 1)})


def _route(path: str, make: Callable[[Request], File]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await QUEUE.answer(request, partial(answered, make))

    return Route(path, endpoint, methods=["GET", "OPTIONS"], middleware=OPEN)


ROUTES = [
    _route("/figures/embed.js", lambda _: File(embed.script(), "text/javascript; charset=utf-8")),
    _route("/figures/{page}/{figure}.{form}", drawn),
    _route("/figures/{page}.png", card),
    _route("/figures/{page}/{figure}", alone),
]
