"""The addresses of feeds: /feeds/{feed}.atom and .json, with the parameters of the feed's query."""

from urllib.parse import urlencode

from starlette.requests import Request

import queries
from data import catalog, clock
from data.frames import records
from extracts.address import site
from extracts.delivery import File
from extracts.feeds.entries import FEEDS
from extracts.feeds.forms import FORMS, Whole
from extracts.openapi import Paths
from extracts.operations import asked, get, in_path, types
from extracts.serving import UnknownForm, file_route, language_asked
from extracts.version import released
from queries.sentence import Sentence

# Entries of a feed, unless `top` asks for another number.
NEWEST = 50


class UnknownFeed(queries.UnknownQuery):
    """There is no feed of that name."""

    def __init__(self, name: str) -> None:
        said = Sentence("There is no feed “{name}”. Known are: {known}.", name=name, known=", ".join(FEEDS))
        queries.QueryError.__init__(self, said)


def feed(request: Request) -> File:
    """The newest rows of a feed's query as entries; what lies ahead of today is not in it."""
    name, form = request.path_params["feed"], request.path_params["form"]
    if name not in FEEDS:
        raise UnknownFeed(name)
    if form not in FORMS:
        raise UnknownForm(form, list(FORMS))
    given = request.query_params.multi_items()
    whole = _whole(name, form, language_asked(request, name), site(request.scope), given)
    return File(FORMS[form].write(whole), FORMS[form].media_type)


def _whole(name: str, form: str, language: str, at: str, given: list[tuple[str, str]]) -> Whole:
    of = FEEDS[name]
    query = queries.describe(of.query)
    usual = {"top": NEWEST, "date": clock.today().isoformat(), "lang": language}
    narrowed = queries.parse(query, [(key, value) for key, value in given if key != "lang"])
    rows = queries.ask(of.query, **{key: value for key, value in usual.items() if key in query.params} | narrowed).frame
    found = [of.entry(row, language) for row in records(rows)]
    entries = tuple(sorted(found, key=lambda entry: entry.day, reverse=True))
    return Whole(
        name=name,
        title=catalog.codes("feed")[name][language],
        author=catalog.codes("quotation")["author"][language],
        language=catalog.languages()[language].locale.replace("_", "-"),
        site=at,
        own=f"{at}/feeds/{name}.{form}?{urlencode(given, safe=',')}".rstrip("?"),
        home=at + of.home(language),
        updated=max((entry.day for entry in entries), default=released()),
        entries=entries,
    )


def described() -> Paths:
    """Each feed with the parameters of its query."""
    form, content = in_path("form", list(FORMS)), types(form.media_type for form in FORMS.values())
    known = {name: queries.describe(of.query) for name, of in FEEDS.items()}
    return {
        f"/feeds/{name}.{{form}}": get(
            f"feed_{name}", f"Newest first: {query.question}", [form, *asked(query)], content
        )
        for name, query in known.items()
    }


ROUTES = [file_route("/feeds/{feed}.{form}", feed, described)]
