"""A file as an HTTP answer: known again by its ETag, in ranges, compressed where it is text, open to every site."""

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from werkzeug import Response as Conditional
from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.http import http_date, parse_accept_header

from data import editions
from data.editions import Edition
from extracts.refusal import refusal
from queries.sentence import Sentence

TEXTS = ("text/", "application/json", "application/ld+json", "application/atom+xml", "application/feed+json")
SMALLEST_COMPRESSED = 500
CONDITIONS = ("if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range", "range")
# Any page may read these addresses: they give the same to everybody, and nobody is signed in.
OPEN = [
    Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=[*CONDITIONS, "accept"],
        expose_headers=["ETag", "Content-Range", "Content-Length", "Content-Disposition", "Accept-Ranges", "Link"],
    )
]


@dataclass(frozen=True)
class File:
    """What is delivered; with a `name` it is kept by the browser as a file of that name.

    What is long may come part by part: it is neither held whole nor known again.
    """

    content: bytes | Iterator[bytes]
    media_type: str
    name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def deliver(request: Request, file: File) -> Response:
    """The file, the part of it that was asked for (206), or that nothing changed (304); 416 for an impossible part."""
    headers = {
        **file.headers,
        # A refresh may change it at any moment: to ask again costs little, because of the ETag.
        "Cache-Control": "no-cache",
        "Last-Modified": http_date(made(editions.now())),
        "Vary": ", ".join(["Accept-Encoding", *filter(None, [file.headers.get("Vary")])]),
        **({"Content-Disposition": f'attachment; filename="{file.name}"'} if file.name else {}),
    }
    if not isinstance(file.content, bytes):
        return StreamingResponse(file.content, media_type=file.media_type, headers=headers)
    content, encoding = _encoded(request, file.content, file.media_type)
    # What is compressed in itself says so: whatever comes after must not compress it again, nor lose its length.
    headers["Content-Encoding"] = encoding
    tag = hashlib.sha256(file.content).hexdigest()[:32] + ("-gzip" if encoding == "gzip" else "")
    known = Conditional(content, headers=headers, mimetype=None, content_type=file.media_type)
    known.set_etag(tag)
    environ = {f"HTTP_{name.upper().replace('-', '_')}": request.headers[name] for name in _conditions(request)}
    try:
        known.make_conditional({**environ, "REQUEST_METHOD": request.method}, True, len(content))
    except RequestedRangeNotSatisfiable:
        size = {"Content-Range": f"bytes */{len(content)}"}
        says = Sentence("The file has {n} bytes; the part asked for does not lie within.", n=len(content))
        return refusal(request, 416, says, size)
    body = b"" if known.status_code == 304 else known.get_data()
    kept = [(name.lower().encode(), value.encode("latin-1")) for name, value in known.headers if name != "Date"]
    answer = Response(body, known.status_code)
    answer.raw_headers = [pair for pair in kept if known.status_code != 304 or not pair[0].startswith(b"content-")]
    return answer


def _conditions(request: Request) -> list[str]:
    """The conditions of a request; several parts at once are not given, so the whole answers them."""
    sent = [name for name in CONDITIONS if name in request.headers]
    return [name for name in sent if name != "range" or "," not in request.headers[name]]


def _encoded(request: Request, content: bytes, media_type: str) -> tuple[bytes, str]:
    """The content as it goes over the wire; a part is always one of the file as it is."""
    accepted = parse_accept_header(request.headers.get("accept-encoding", ""))
    wants = accepted.quality("gzip") > 0 and "range" not in request.headers
    if wants and media_type.startswith(TEXTS) and len(content) >= SMALLEST_COMPRESSED:
        return gzip.compress(content, compresslevel=6, mtime=0), "gzip"
    return content, "identity"


@lru_cache(maxsize=8)
def made(edition: Edition) -> datetime:
    """When an edition was made: by a refresh, or, of the one that comes with the site, when its tables came here."""
    if edition.made:
        return datetime.fromisoformat(edition.made)
    return datetime.fromtimestamp(_newest(edition.tables), UTC)


def _newest(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.glob("*.parquet")), default=0.0)
