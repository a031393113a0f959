"""Where pages are found: a page in a language, and what robots read of all of them."""

import re
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Scope

from data.catalog import LANGUAGES
from extracts.address import site as origin
from ui import blocks, site

# Whoever reads a page asks for its files; whoever lists pages need not.
# Nobody chooses so much by hand.
LONGEST_CHOICE = 1000
EMBED = re.compile(r"^/figures/[^/]+/[^/.]+$")
CLOSED_TO_ROBOTS = ("/extracts/", "/_stcore/")


def page_at(scope: Scope) -> str | None:
    """The page that an address asks for, None where it is none of ours."""
    names = list(site.pages())
    path = scope["path"].removeprefix(scope.get("root_path", ""))
    return names[0] if path in ("", "/") else next((name for name in names[1:] if path == f"/{name}"), None)


def is_embed(scope: Scope) -> bool:
    """Whether an address is that of one figure alone, the only one that others may frame."""
    return bool(EMBED.match(scope["path"].removeprefix(scope.get("root_path", ""))))


def of_page(page: str, language: str | None = None, **params: str) -> str:
    """The path of a page, the front page at the root, in one language or in that of whoever opens it."""
    path = "/" if page == next(iter(site.pages())) else f"/{page}"
    given = {"lang": language, **params} if language else params
    return f"{path}?{urlencode(given)}" if given else path


def of_card(page: str, language: str, chosen: str = "") -> str:
    """The path of the picture that messengers show of a page as an address chooses it."""
    kept = [(name, value) for name, value in parse_qsl(chosen[:LONGEST_CHOICE]) if name != "lang"]
    return f"/figures/{page}.png?{urlencode([('lang', language), *kept], safe=',')}"


def translations(page: str, site_address: str) -> list[tuple[str, str]]:
    """(hreflang, address) of a page in every language, and of the one that follows the browser."""
    named = [(code, site_address + of_page(page, code)) for code in LANGUAGES]
    return [*named, ("x-default", site_address + of_page(page))]


def robots(request: Request) -> Response:
    """Robots may read the pages and find them all in the sitemap."""
    closed = [f"Disallow: {path}" for path in CLOSED_TO_ROBOTS]
    lines = ["User-agent: *", *closed, f"Sitemap: {origin(request.scope)}/sitemap.xml"]
    return PlainTextResponse("\n".join(lines) + "\n")


def sitemap(request: Request) -> Response:
    """Every page in every language, each with its translations."""
    found = origin(request.scope)
    entries = [
        (address, translations(page, found)) for page in site.pages() for _, address in translations(page, found)
    ]
    return Response(blocks.render("sitemap", entries=entries), media_type="application/xml")


ROUTES = [Route("/robots.txt", robots), Route("/sitemap.xml", sitemap)]
