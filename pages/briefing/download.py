"""The addresses of a note as a file: /briefing.docx and /briefing.pdf, with the parameters of the page."""

from starlette.requests import Request

from data import clock
from extracts.address import site
from extracts.delivery import File
from extracts.openapi import Paths
from extracts.operations import get, in_path, in_query, listed, ref, types
from extracts.serving import UnknownForm, file_route, language_asked


def file(request: Request) -> File:
    """The note as a file. Raises UnknownForm, BadParameter, or NoPicture where a chart cannot be drawn in time."""
    # A note is made of all pages; the site starts without waiting for it.
    from pages.briefing import choices, files

    form = request.path_params["form"]
    if form not in files.FORMS:
        raise UnknownForm(form, list(files.FORMS))
    language = language_asked(request, choices.NAME)
    today = clock.today().isoformat()
    chosen = choices.parsed(request.query_params.multi_items(), today)
    content = files.written(form, chosen, today, site(request.scope), language)
    return File(content, files.FORMS[form].media_type, f"canada-mexico-{today}-{language}.{form}")


def described() -> Paths:
    """What a note may be about."""
    from pages.briefing import choices, files

    years, codes = choices.covered(), {"type": "string", "enum": list(choices.TOPICS)}
    year = {"type": "integer", "minimum": years.first, "maximum": years.last}
    parameters = [
        in_path("form", list(files.FORMS)),
        listed("topics", {"items": codes, "minItems": 1}),
        in_query("from", year),
        in_query("to", year),
        in_query("date", {"type": "string", "format": "date"}, "Of the tariffs; today by default."),
        in_query("length", {"type": "string", "enum": list(choices.LENGTHS)}),
        ref("lang"),
    ]
    content = types(form.media_type for form in files.FORMS.values())
    return {"/briefing.{form}": get("briefing", "The briefing note as a file.", parameters, content)}


ROUTES = [file_route("/briefing.{form}", file, described)]
