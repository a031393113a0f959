"""How a file is served: in its turn, off the event loop, with one form of refusals, to any page."""

import logging
from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import queries
from data import catalog, editions
from extracts.delivery import OPEN, File, deliver
from extracts.openapi import Paths
from extracts.queue import Queue
from extracts.refusal import broken, refusal
from queries import database
from queries.parameters import one_of
from queries.sentence import Sentence
from queries.settings import settings

LOG = logging.getLogger(__name__)
QUEUE = Queue(settings().extracts_at_once, settings().extracts_waiting)
STATUSES = {queries.UnknownQuery: 404, queries.BadParameter: 400}


class UnknownForm(queries.UnknownQuery):
    """No file has that ending."""

    def __init__(self, form: str, known: list[str]) -> None:
        said = Sentence("There is no form “{form}”. Known are: {known}.", form=form, known=", ".join(known))
        queries.QueryError.__init__(self, said)


def language_asked(request: Request, of: str) -> str:
    """The language of a file whose words are its content, English where none is asked for. Raises BadParameter."""
    return one_of(of, "lang", request.query_params.get("lang", "en"), catalog.LANGUAGES)


def open_route(path: str, make: Callable[[Request], File]) -> Route:
    """A route for a file, which any page may read; 429 where too many are being made."""
    return Route(path, _in_turn(make), methods=["GET", "OPTIONS"], middleware=OPEN)


class Described(Route):
    """A route that gives files to any page, and says which as OpenAPI."""

    def __init__(self, path: str, endpoint: Callable, described: Callable[[], Paths]) -> None:
        super().__init__(path, endpoint, methods=["GET", "OPTIONS"], middleware=OPEN)
        self.described = described


def file_route(path: str, make: Callable[[Request], File], described: Callable[[], Paths]) -> Route:
    """The same, with what it is as OpenAPI."""
    return Described(path, _in_turn(make), described)


def _in_turn(make: Callable[[Request], File]) -> Callable:
    """A route whose file is made off the event loop; 429 where too many are being made."""

    async def endpoint(request: Request) -> Response:
        return await QUEUE.answer(request, partial(answered, make))

    return endpoint


def answered(make: Callable[[Request], File], request: Request) -> Response:
    """The file, from one edition; 404 for an unknown name, 400 for a bad parameter, 503 where it cannot be made."""
    editions.pin()
    try:
        return deliver(request, make(request))
    except (queries.BrokenHeader, queries.BrokenQuery, catalog.Mistakes) as error:
        LOG.error("%r is not answered: %s", request.url.path, error)
        return refusal(request, 503, broken(error.file), {"Retry-After": str(database.RETRY_SECONDS)})
    except queries.QueryError as error:
        status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 503)
        headers = {"Retry-After": str(database.RETRY_SECONDS)} if status == 503 else None
        return refusal(request, status, error.sentence, headers, getattr(error, "parameter", ""))
