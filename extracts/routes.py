"""Data addresses: rows of queries and tables as files, what is known of them, the agenda as a calendar, health."""

import json
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

import extracts
import queries
from data import catalog, editions
from extracts import bundle, calendar, citation, index, openapi, package
from extracts.address import address, site
from extracts.delivery import File
from extracts.files import BOM, PART_ROWS, csv_parts
from extracts.refusal import refusal
from extracts.serving import Described, UnknownForm, file_route, open_route
from extracts.version import version
from queries.parameters import one_of
from queries.sentence import Sentence

JSON = "application/json"


def _language(request: Request) -> str:
    """A file speaks a language even where its rows do not."""
    asked = request.query_params.get("lang", "en")
    return asked if asked in catalog.LANGUAGES else "en"


def _answer(request: Request) -> queries.Answer:
    query = queries.describe(request.path_params["query"])
    given = request.query_params.multi_items()
    of_file = {"lang", "excel"} if request.path_params.get("form") == "csv" else {"lang"}
    taken = [(key, value) for key, value in given if key not in of_file or key in query.params]
    return queries.ask(query.name, **queries.parse(query, taken))


def _for_excel(request: Request, query: str) -> bool:
    """Whether a CSV is to be opened by Excel, which needs to be told its encoding."""
    return one_of(query, "excel", request.query_params.get("excel", "0"), ("0", "1")) == "1"


def rows(request: Request) -> File:
    """The rows of a query as a file, with a link to what is known of them."""
    form = request.path_params["form"]
    if form not in extracts.FORMATS:
        raise UnknownForm(form, list(extracts.FORMATS))
    answer, language, at = _answer(request), _language(request), site(request.scope)
    about = address(answer, "metadata.json", at, language)
    link = {"Link": f'<{about}>; rel="describedby"; type="application/json"'}
    begin = BOM if form == "csv" and _for_excel(request, answer.name) else b""
    content = _csv(answer, begin) if form == "csv" else extracts.write(answer, form, at, language)
    return File(content, extracts.FORMATS[form].media_type, f"{answer.name}.{form}", link)


def _csv(answer: queries.Answer, begin: bytes = b"") -> bytes | Iterator[bytes]:
    """The rows as CSV, part by part where they are many."""
    parts = csv_parts(answer.frame, begin)
    return parts if len(answer.frame) > PART_ROWS else b"".join(parts)


def metadata(request: Request) -> File:
    """What is known of an answer, as the package of its zip says it."""
    return _about(_answer(request), request)


def _about(answer: queries.Answer, request: Request) -> File:
    about = package.metadata(answer, site(request.scope), _language(request))
    return File(json.dumps(about, ensure_ascii=False, indent=1).encode(), JSON)


def quotation(request: Request) -> File:
    """How to cite an answer, as of today."""
    form = request.path_params["form"]
    if form not in citation.FORMS:
        raise UnknownForm(f"cite.{form}", [f"cite.{known}" for known in citation.FORMS])
    answer = _answer(request)
    written = citation.FORMS[form].write(citation.cited(answer, site(request.scope), _language(request)))
    return File(written.encode(), citation.FORMS[form].media_type, f"{answer.name}.{form}")


def table(request: Request) -> File:
    """All rows of a table: the file that the site itself reads, as CSV, or as a zip with its citation."""
    name, form = _table(request), request.path_params["form"]
    if form not in index.TABLE_FORMATS:
        raise UnknownForm(form, list(index.TABLE_FORMATS))
    content: bytes | Iterator[bytes]
    if form == "parquet":
        content = (editions.now().tables / f"{name}.parquet").read_bytes()
    elif form == "csv":
        content = _csv(queries.table(name))
    else:
        content = extracts.write(queries.table(name), form, site(request.scope), _language(request))
    return File(content, extracts.FORMATS[form].media_type, f"{name}.{form}")


def _table(request: Request) -> str:
    """The name of a table that can be read. Raises UnknownTable, and TableUnavailable where its file is broken."""
    name: str = request.path_params["table"]
    if name not in catalog.tables():
        raise queries.UnknownTable(name, catalog.tables())
    if name in queries.unavailable():
        raise queries.TableUnavailable(name)
    return name


def metadata_of_table(request: Request) -> File:
    """What is known of a table."""
    return _about(queries.table(_table(request)), request)


def listing(request: Request) -> File:
    """Every query and table, as JSON, or to read where the reader's program asks for HTML."""
    edition, at, language = editions.now().name, site(request.scope), _language(request)
    if request.url.path.endswith(".json") or "text/html" not in request.headers.get("accept", ""):
        return File(index.as_json(edition, at, language), JSON, headers={"Vary": "Accept"})
    said = {"Vary": "Accept", "Content-Language": language}
    return File(index.as_html(edition, at, language), "text/html; charset=utf-8", headers=said)


def description(request: Request) -> File:
    """The addresses as OpenAPI, those of other rooms as their routes say."""
    more = tuple(route.described for route in request.app.routes if isinstance(route, Described))
    described = openapi.described(editions.now().name, site(request.scope), version(), more)
    return File(json.dumps(described, ensure_ascii=False, indent=1).encode(), JSON)


def everything(_: Request) -> File:
    """All tables with their queries, meanings and licences."""
    return File(bundle.written(), "application/zip", "bundle.zip")


def sum_of_everything(_: Request) -> File:
    """The checksum of the bundle."""
    return File(bundle.checksum(bundle.written()), "text/plain; charset=utf-8", "bundle.zip.sha256")


def dates(request: Request) -> File:
    """The dates of the agenda as a calendar, in the language asked for, else in English."""
    content = calendar.agenda(site(request.scope), _language(request))
    return File(content, "text/calendar; charset=utf-8", "agenda.ics")


async def failed(request: Request, _: Exception) -> Response:
    """What nobody foresaw: a sentence, and the error itself in the log."""
    said = Sentence("The answer failed because of a mistake of ours, which has been written down.")
    return refusal(request, 500, said)


async def healthz(_: Request) -> Response:
    """The process answers, whatever extracts are being made."""
    return PlainTextResponse("ok")


def readyz(_: Request) -> Response:
    """All tables are loaded, and what queries share is made; 503 and the names of tables that are not."""
    broken = sorted(queries.unavailable(everything_made=True))
    return JSONResponse({"ready": not broken, "unavailable": broken}, 503 if broken else 200)


ROUTES = [
    open_route("/extracts", listing),
    open_route("/extracts.json", listing),
    open_route("/extracts/openapi.json", description),
    open_route("/extracts/{query}.metadata.json", metadata),
    open_route("/extracts/{query}.cite.{form}", quotation),
    open_route("/extracts/{query}.{form}", rows),
    open_route("/tables/{table}.metadata.json", metadata_of_table),
    open_route("/tables/{table}.{form}", table),
    file_route("/bundle.zip", everything, openapi.of_bundle),
    open_route("/bundle.zip.sha256", sum_of_everything),
    file_route("/agenda.ics", dates, openapi.of_calendar),
    Route("/healthz", healthz),
    Route("/readyz", readyz),
]
