"""The addresses of a note as a file: /briefing.docx and /briefing.pdf, with the parameters of the page."""

from starlette.requests import Request

import queries
from data import clock
from extracts.address import site
from extracts.delivery import File
from extracts.routes import UnknownForm, file_route, language_asked


def file(request: Request) -> File:
    """The note as a file. Raises UnknownForm, BadParameter, or QueryError where a chart cannot be drawn in time."""
    # A note is made of all pages; the site starts without waiting for it.
    from pages.briefing import choices, files
    from ui.pictures.converter import NoPicture

    form = request.path_params["form"]
    if form not in files.FORMS:
        raise UnknownForm(form, list(files.FORMS))
    language = language_asked(request, choices.NAME)
    today = clock.today().isoformat()
    chosen = choices.parsed(request.query_params.multi_items(), today)
    try:
        content = files.written(form, chosen, today, site(request.scope), language)
    except NoPicture as error:
        raise queries.QueryError(str(error)) from error
    return File(content, files.FORMS[form].media_type, f"canada-mexico-{today}-{language}.{form}")


ROUTES = [file_route("/briefing.{form}", file)]
