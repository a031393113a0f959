"""Whom to tell of a weakness of the site: /.well-known/security.txt (RFC 9116), where a setting names somebody."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from data import clock
from data.catalog import LANGUAGES
from extracts.address import site
from queries.settings import settings

PATH = "/.well-known/security.txt"
GOOD_FOR = timedelta(days=180)


def security_txt(request: Request) -> PlainTextResponse:
    """The contact of the setting, said anew with every answer; 404 without one."""
    contact = settings().security_contact
    if not contact:
        return PlainTextResponse("Nobody is named.", 404)
    lines = {
        "Contact": contact,
        "Expires": f"{clock.now() + GOOD_FOR:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": ", ".join(LANGUAGES),
        "Canonical": f"{site(request.scope)}{PATH}",
    }
    return PlainTextResponse("".join(f"{name}: {value}\n" for name, value in lines.items()))


ROUTES = [Route(PATH, security_txt)]
