"""Data addresses: /extracts/{query}.{form}, and the health of the process and its tables."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

import extracts
import queries
from data import catalog, editions
from extracts.queue import Queue
from queries.settings import settings

QUEUE = Queue(settings().extracts_at_once, settings().extracts_waiting)
STATUSES = {queries.UnknownQuery: 404, queries.BadParameter: 400}


async def extract(request: Request) -> Response:
    """One query's rows as a file, made off the event loop; 429 where too many are being made."""
    return await QUEUE.answer(request, answered)


def answered(request: Request) -> Response:
    """404 for an unknown query or form, 400 for a bad parameter, 503 without its table or beyond a limit."""
    editions.pin()
    name, form = request.path_params["query"], request.path_params["form"]
    if form not in extracts.FORMATS:
        return PlainTextResponse(f"There is no form “{form}”. Known are: {', '.join(extracts.FORMATS)}.", 404)
    given = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    try:
        answer = queries.ask(name, **queries.parse(queries.describe(name), given))
    except queries.QueryError as error:
        status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 503)
        return PlainTextResponse(str(error), status)
    asked = request.query_params.get("lang", "en")
    site = str(request.base_url).rstrip("/")
    content = extracts.write(answer, form, site, asked if asked in catalog.LANGUAGES else "en")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"', "Cache-Control": "no-cache"}
    return Response(content, media_type=extracts.FORMATS[form].media_type, headers=headers)


async def healthz(_: Request) -> Response:
    """The process answers, whatever extracts are being made."""
    return PlainTextResponse("ok")


def readyz(_: Request) -> Response:
    """All tables are loaded; 503 and the names of those that are not."""
    broken = sorted(queries.unavailable())
    return JSONResponse({"ready": not broken, "unavailable": broken}, 503 if broken else 200)


ROUTES = [
    Route("/extracts/{query}.{form}", extract),
    Route("/healthz", healthz),
    Route("/readyz", readyz),
]
