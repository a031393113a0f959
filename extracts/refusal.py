"""A sentence instead of an answer: as JSON (RFC 9457) where JSON was asked for, else as text."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from data.preferred import chosen
from queries.sentence import Sentence

PROBLEM = "application/problem+json"
WRITTEN = ("text/plain", "application/json", PROBLEM)


def broken(file: str) -> Sentence:
    """What is said where a file that the answer needs cannot be read; the log says what is wrong with it."""
    return Sentence(
        "This answer needs the file {file}, which is missing or damaged. What does without it is answered.", file=file
    )


def refusal(
    request: Request,
    status: int,
    sentence: str | Sentence,
    headers: Mapping[str, str] | None = None,
    parameter: str = "",
) -> Response:
    """The answer that says why there is none, and which parameter is at fault, in the language of whoever asks."""
    language = spoken(request)
    says = sentence.says(language) if isinstance(sentence, Sentence) else sentence
    headers = {**(headers or {}), "Content-Language": language, "Vary": "Accept, Accept-Language"}
    if not _wants_json(request):
        return PlainTextResponse(says, status, headers)
    problem = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": says}
    return JSONResponse(problem | ({"parameter": parameter} if parameter else {}), status, headers, PROBLEM)


def spoken(request: Request) -> str:
    """The language that an address asks for, else the one that the program that reads it prefers."""
    return chosen(request.query_params.get("lang"), request.headers.get("accept-language"))


def _wants_json(request: Request) -> bool:
    """Whether the address ends in .json, or JSON is what the reader's Accept header likes best."""
    accepted = parse_accept_header(request.headers.get("accept", ""), MIMEAccept)
    return request.url.path.endswith(".json") or accepted.best_match(WRITTEN, "text/plain") != "text/plain"
