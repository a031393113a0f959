"""The icon of the site: a bar of Mexico's hue beside one of Canada's, light or dark as the browser is."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extracts.delivery import File, deliver
from ui import blocks
from ui.pictures.theme import THEMES, colour


def icon(request: Request) -> Response:
    """The picture, also for browsers that ask for one unbidden: for a file, or a page that names none."""
    picture = blocks.render(
        "icon", bars={idea: {look: colour(idea, look) for look in THEMES} for idea in ("CAN", "MEX")}
    )
    return deliver(request, File(picture.encode(), "image/svg+xml"))


ROUTES = [Route("/icon.svg", icon), Route("/favicon.ico", icon)]
