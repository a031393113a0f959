"""The box to search in, on every page: a form of the browser's own, which costs a page no widget."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from data.catalog import LANGUAGES
from ui import blocks, state
from ui.language import text

LONGEST = 80


def asked() -> str:
    """The words in the address."""
    return (state.read("q") or "").strip()[:LONGEST]


def html(place: str) -> str:
    """The box; `place` tells the one of the menu from the one of the page."""
    return blocks.render(
        "search_box",
        place=place,
        label=text("search.label"),
        asked=asked(),
        example=text("search.placeholder"),
        lang=lang if (lang := state.read("lang")) in LANGUAGES else "",
        go=text("search.go"),
    )


async def find(request: Request) -> RedirectResponse:
    """The page of what was found. A form may not have a field called `lang`: Streamlit takes such names off it."""
    given = request.query_params
    lang = {"lang": given["reader"]} if given.get("reader") in LANGUAGES else {}
    return RedirectResponse(f"search?{urlencode({'q': given.get('q', '')[:LONGEST], **lang})}", 303)


ROUTES = [Route("/find", find)]
