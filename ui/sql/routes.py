"""The page `/sql` and what it loads. DuckDB for browsers is fetched by `make sql`; without it the page says so."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from extracts.delivery import File, deliver
from extracts.refusal import refusal, spoken
from ui import blocks
from ui.addresses import of_page
from ui.language import speaking, text
from ui.pictures.embed import shipped
from ui.pictures.theme import THEMES, colour
from ui.sql.starts import starts, tables

FOLDER = Path(__file__).resolve().parent
FETCHED = FOLDER / "fetched"
FILES = {
    "page.js": (FOLDER, "text/javascript; charset=utf-8"),
    "duckdb.js": (FETCHED, "text/javascript; charset=utf-8"),
    "duckdb-browser-eh.worker.js": (FETCHED, "text/javascript; charset=utf-8"),
    "duckdb-eh.wasm": (FETCHED, "application/wasm"),
}


def is_fetched() -> bool:
    """Whether all that DuckDB needs in a browser is here."""
    return all((folder / name).is_file() for name, (folder, _) in FILES.items())


def page(request: Request) -> Response:
    """The page, in the reader's language."""
    language = spoken(request)
    with speaking(language):
        given = {
            "tables": tables(),
            "starts": starts(language),
            "words": {
                "loading": text("sql.loading"),
                "running": text("sql.running"),
                "failed": text("sql.failed"),
                "rows": text("sql.rows"),
                "first": text("sql.first"),
                "empty": text("sql.empty"),
            },
        }
        content = blocks.render(
            "sql",
            language=language,
            given=given if is_fetched() else {},
            site=text("site.name"),
            home=of_page("overview", language),
            data=of_page("data", language),
            font=shipped("media", "SourceSansVF-Upright"),
            colours={look: {idea: colour(idea, look) for idea in ("ink", "paper", "other_text")} for look in THEMES},
            words={
                "title": text("sql.title"),
                "lead": text("sql.lead"),
                "data": text("sql.data"),
                "start": text("sql.start"),
                "run": text("sql.run"),
                "save": text("sql.save"),
                "answer": text("sql.answer"),
                "missing": text("sql.missing"),
            },
        )
    return deliver(request, File(content.encode(), "text/html; charset=utf-8", headers={"Content-Language": language}))


def file(request: Request) -> Response:
    """A file that the page loads."""
    folder, media_type = FILES.get(request.path_params["name"], (FOLDER, ""))
    path = folder / request.path_params["name"]
    if not media_type or not path.is_file():
        return refusal(request, 404, "There is no such file; `make sql` fetches what the page needs.")
    return deliver(request, File(path.read_bytes(), media_type))


ROUTES = [Route("/sql", page), Route("/sql/{name}", file)]
