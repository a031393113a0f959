"""The icon of the site where a browser asks for it unbidden: for a file, or a page that names none."""

from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

from ui.shell import PAGE

ICON = PAGE.parent / "favicon.png"


def icon(_: Request) -> FileResponse:
    """The picture that the shell names."""
    return FileResponse(ICON)


ROUTES = [Route("/favicon.ico", icon)]
