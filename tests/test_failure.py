"""A file that is missing or broken is one sentence that names it, in the reader's language; the rest goes on."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.testclient import TestClient
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

import queries
from data import catalog, engine, lineage
from data.catalog.files import Catalog
from extracts.routes import ROUTES, failed
from queries import database
from tests.answers import forget_answers
from tests.threads import run
from tests.visits import visit
from ui import failure, filters, language
from ui.remember import MEMORY
from ui.server import MIDDLEWARE, warm_up

ROOT = Path(__file__).resolve().parents[1]
SAYS = {"en": "missing or damaged", "fr": "manque ou est endommagé", "es": "falta o está dañado"}


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A catalog of its own to break; what no page catches goes where the running site sends it."""
    for part in ("data/catalog", "data/tables", "queries"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.py", "*.parquet", "__pycache__"))
    monkeypatch.setattr(catalog, "SITE", Catalog(tmp_path))
    monkeypatch.setattr(database, "_open", {})
    begun = LocalScriptRunner.__init__

    def begin(self, *args, **kwargs):
        begun(self, *args, **kwargs)
        self._on_script_error = failure.uncaught

    monkeypatch.setattr(LocalScriptRunner, "__init__", begin)
    language._messages.cache_clear()
    forget_answers()
    yield tmp_path
    forget_answers()


def said(at):
    assert not at.exception, "Streamlit's own text is never seen"
    return " ".join(error.value for error in at.error)


@pytest.mark.parametrize(
    ("file", "page", "spoken"),
    [
        ("data/catalog/columns.toml", "trade", "en"),
        ("data/catalog/caveats.toml", "trade", "fr"),
        ("data/catalog/languages.toml", "investment", "es"),
        ("data/tables/direct_investment.toml", "investment", "fr"),
        ("queries/direct_investment.sql", "investment", "es"),
    ],
)
def test_a_broken_file_is_named_in_the_language_of_the_reader(site, file, page, spoken):
    (site / file).write_text("-- what is this =")
    shown = said(visit(page, spoken))
    assert SAYS[spoken] in shown
    assert file in shown


def test_a_page_that_fails_has_its_menu(site, monkeypatch):
    """The menu is drawn after the page."""
    monkeypatch.setattr(filters, "begin", lambda _: 1 / 0)
    at = visit("trade", "fr")
    assert "une erreur de notre part" in said(at)
    assert [
        len(re.findall('<a [^>]*href="./[^"]*lang=fr"', menu.proto.body)) > 5 for menu in at.sidebar.get("html")
    ] == [True]


@pytest.fixture
def without_the_tariff_engine(site, monkeypatch):
    """A site that starts without the file of the tariff method; what was read of it before is forgotten."""
    files = [site / "tariff_engine.sql" if sql == engine.SQL else sql for sql in engine.FILES]
    monkeypatch.setattr(engine, "FILES", files)
    known = [queries._changes, *(each for each in vars(lineage).values() if hasattr(each, "cache_clear"))]
    MEMORY.forget()
    for each in known:
        each.cache_clear()
    yield site / "tariff_engine.sql"
    for each in known:
        each.cache_clear()


@pytest.mark.parametrize("content", [None, "", "select from from ("], ids=["missing", "empty", "broken"])
def test_without_the_tariff_engine_pages_that_need_it_name_it(without_the_tariff_engine, content):
    if content is not None:
        without_the_tariff_engine.write_text(content)
    assert "data/tariff_engine.sql, qui manque ou est endommagé" in said(visit("tariffs", "fr"))
    assert not said(visit("agenda", "fr"))
    data = TestClient(Starlette(routes=ROUTES))
    for query in ("tariff_rate", "tariff_products"):
        answer = data.get(f"/extracts/{query}.json")
        assert answer.status_code == 503
        assert answer.json()["detail"].startswith("This answer needs the file data/tariff_engine.sql")
    assert data.get("/extracts/events.json?to=1995").status_code == 200


@pytest.mark.parametrize("path", ["/trade?lang=fr", "/nothing?lang=fr"])
def test_a_shell_that_cannot_be_written_is_the_sentence(site, path):
    (site / "data/catalog/languages.toml").write_text("[en")
    anything = Mount("/", HTMLResponse("Streamlit’s own shell"))
    answer = TestClient(Starlette(routes=[anything], middleware=MIDDLEWARE)).get(path)
    assert answer.status_code == 503
    assert "data/catalog/languages.toml, qui manque ou est endommagé" in answer.text
    assert "content-security-policy" in answer.headers


def test_other_pages_go_on(site):
    (site / "queries/direct_investment.sql").unlink()
    assert not said(visit("agenda"))


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b'msgid "', b""], ids=["missing", "bytes", "cut", "empty"])
def test_a_broken_message_file_is_named(site, tmp_path, monkeypatch, content):
    shutil.copytree(language.TEXTS, tmp_path / "text")
    (tmp_path / "text/fr.po").unlink()
    if content is not None:
        (tmp_path / "text/fr.po").write_bytes(content)
    monkeypatch.setattr(language, "TEXTS", tmp_path / "text")
    language._messages.cache_clear()
    try:
        shown = said(visit("agenda", "fr"))
    finally:
        language._messages.cache_clear()
    assert "ui/text/fr.po, qui manque ou est endommagé" in shown


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("data/catalog/columns.toml", "[year"),
        ("data/tables/goods_trade_annual.toml", "title = 1"),
        ("queries/trade_balance.sql", "-- question: what"),
        ("queries/trade_balance.sql", "SQL"),
    ],
)
def test_a_data_address_is_503_and_names_the_file(site, file, content):
    header = (ROOT / "queries/trade_balance.sql").read_text().split("with")[0]
    (site / file).write_text(f"{header}select year from from" if content == "SQL" else content)
    client = TestClient(Starlette(routes=ROUTES), headers={"Accept-Language": "fr"})
    answer = client.get("/extracts/trade_balance.json")
    assert answer.status_code == 503
    assert answer.headers["content-type"] == "application/problem+json"
    assert f"a besoin du fichier {file}, qui manque" in answer.json()["detail"]


def test_without_translations_a_refusal_is_in_english(site):
    (site / "data/catalog/translations.toml").write_text("[")
    answer = TestClient(Starlette(routes=ROUTES)).get("/extracts/nothing.json", headers={"Accept-Language": "fr"})
    assert (answer.status_code, answer.json()["detail"][:16]) == (404, "There is no quer")


def test_the_site_starts_and_the_log_names_the_broken_file(site, caplog, monkeypatch):
    for each in ("freeze", "unfreeze"):  # what the tests froze themselves stays
        monkeypatch.setattr(f"gc.{each}", lambda: None)
    (site / "data/catalog/columns.toml").write_text("[year")

    async def start():
        async with warm_up(None):
            pass

    run(start)
    assert "data/catalog/columns.toml: the file is not TOML" in caplog.text


@pytest.mark.parametrize(
    ("path", "accept", "form"),
    [
        ("/extracts/x.json", "*/*", "application/problem+json"),
        ("/extracts/x.csv", "*/*", "text/plain; charset=utf-8"),
        ("/extracts/x.csv", "application/json", "application/problem+json"),
        ("/extracts/x.csv", "text/html, application/json;q=0.9, */*;q=0.8", "application/problem+json"),
        ("/extracts/x.csv", "text/html, */*;q=0.8", "text/plain; charset=utf-8"),
    ],
)
def test_errors_are_json_where_json_was_asked_for(path, accept, form):
    answer = TestClient(Starlette(routes=ROUTES)).get(path, headers={"accept": accept})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == form
    assert "There is no query “x”" in answer.text


def test_what_nobody_foresaw_is_no_bare_500():
    def broken(_):
        raise ZeroDivisionError

    site = Starlette(routes=[Route("/extracts/x.json", broken)], exception_handlers={Exception: failed})
    answer = TestClient(site, raise_server_exceptions=False).get("/extracts/x.json")
    assert (answer.status_code, answer.json()["title"]) == (500, "Internal Server Error")
    assert "mistake of ours" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("content", "says"),
    [("[en]\n[fr]\n[es\n", "('en', 'fr')"), (None, "data/catalog/languages.toml: the file cannot be read")],
    ids=["broken", "missing"],
)
def test_the_file_of_languages_stops_no_start_without_its_name(tmp_path, content, says):
    shutil.copytree(ROOT / "data", tmp_path / "data", ignore=shutil.ignore_patterns("raw", "tables", "__pycache__"))
    file = tmp_path / "data/catalog/languages.toml"
    file.write_text(content) if content else file.unlink()
    command = [sys.executable, "-c", "from data.catalog.values import LANGUAGES; print(LANGUAGES)"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert says in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr
