"""The address at which an answer is served as a file."""

from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from queries import Answer
from queries.settings import settings


def site(scope: Scope) -> str:
    """The public address of the site: the first of the setting `origins`, else the host that was asked.

    What a proxy says of host and protocol counts only with the setting `forwarded_host`.
    """
    if settings().origins:
        return settings().origins[0].rstrip("/")
    sent = Headers(scope=scope)
    host, scheme = sent.get("host", "localhost"), scope.get("scheme", "http")
    if settings().forwarded_host:
        host = sent.get("x-forwarded-host", host).split(",")[0].strip()
        scheme = sent.get("x-forwarded-proto", scheme).split(",")[0].strip()
    return f"{scheme}://{host}{scope.get('root_path', '')}"


def public(browsed: str) -> str:
    """An address as a browser has it, without its parameters, at the public address where a setting names that."""
    parts = urlsplit(browsed)
    opened = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return (settings().origins[0].rstrip("/") if settings().origins else opened) + parts.path


def address(answer: Answer, form: str, site: str = "", language: str = "en") -> str:
    """The data address that gives these rows again: `site` and the path, with what is not the default as parameters."""
    folder = "tables" if answer.query.is_table else "extracts"
    chosen = {key: written(value) for key, value in answer.chosen.items()}
    spoken = {"lang": language} if language != "en" else {}
    asked = urlencode({**chosen, **spoken}, safe=",:")
    return f"{site}/{folder}/{answer.name}.{form}{'?' + asked if asked else ''}"


def written(value: Any) -> str:
    """A parameter as it stands in an address."""
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
