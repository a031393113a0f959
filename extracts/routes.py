"""Data addresses: /extracts/{query}.{form}, and the health of the process and its tables."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

import extracts
import queries
from data import catalog, editions


def extract(request: Request) -> Response:
    """One query's rows as a file; 404 for an unknown query or form, 400 for a bad parameter, 503 while it is broken."""
    editions.pin()
    name, form = request.path_params["query"], request.path_params["form"]
    if form not in extracts.FORMATS:
        return PlainTextResponse(f"There is no form “{form}”. Known are: {', '.join(extracts.FORMATS)}.", 404)
    given = {key: value for key, value in request.query_params.items() if key != "lang"}
    try:
        answer = queries.ask(name, **queries.parse(queries.describe(name), given))
    except queries.UnknownQuery as error:
        return PlainTextResponse(str(error), 404)
    except queries.BadParameter as error:
        return PlainTextResponse(str(error), 400)
    except (queries.TableUnavailable, queries.BrokenHeader) as error:
        return PlainTextResponse(str(error), 503)
    asked = request.query_params.get("lang", "en")
    site = str(request.base_url).rstrip("/")
    content = extracts.write(answer, form, site, asked if asked in catalog.LANGUAGES else "en")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"', "Cache-Control": "no-cache"}
    return Response(content, media_type=extracts.FORMATS[form].media_type, headers=headers)


def healthz(_: Request) -> Response:
    """The process answers."""
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
