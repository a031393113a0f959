"""Every figure that a page draws has an address, which takes the page's own parameters and refuses what it does not."""

import io
import re
from types import SimpleNamespace

import pyarrow as pa
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.runtime.pages_manager import PagesManager

from data import ROOT
from queries import database
from queries.settings import settings
from tests.test_pictures import TEXT, is_missing
from tests.visits import PLACES, visit
from ui import aside
from ui.charts.specification import ROWS
from ui.pictures import routes
from ui.pictures.__main__ import main
from ui.pictures.converter import NoPicture
from ui.server import MIDDLEWARE

SITE = TestClient(Starlette(routes=routes.ROUTES, middleware=MIDDLEWARE))


def params_of(view, language):
    return {"lang": language, **({"view": view} if view else {})}


# Numbers that the pointer reads and the rows do not have: a value of the press, which stands in a list under its figure, and
# the zero that is drawn where one side has none.
LISTED = {("positions-outward", "position_cad_m"): {50_000.0}}
NONE = {("ledger-sectors", "oecd_usd_m"): {0.0}, ("ledger-sectors", "mexico_record_usd_m"): {0.0}}


def pointed_at_only(made):
    """Which numbers the pointer reads on a figure, of those that are plotted, that its rows do not hold."""
    rows = made.answer.frame[list(made.rows.columns) or list(made.answer.frame.columns)].select_dtypes("number")
    held = {number for column in rows for number in rows[column].dropna().abs().round(4)}
    found = {}
    for plot in made.plots:
        spec = {key: part for key, part in plot.spec.items() if key != "datasets"}
        plotted = pa.ipc.open_stream(plot.spec["datasets"][ROWS]).read_all().to_pandas().select_dtypes("number")
        for column in set(fields(spec)) & set(plotted):
            known = held | LISTED.get((made.key, column), set()) | NONE.get((made.key, column), set())
            found[column] = set(plotted[column].dropna().abs().round(4)) - known
    return {column: numbers for column, numbers in found.items() if numbers}


def fields(part):
    """The columns that a specification shows to the pointer; a scaled one is named by what it is scaled from."""
    if isinstance(part, list):
        yield from (name for one in part for name in fields(one))
    elif isinstance(part, dict):
        pointed = part.get("encoding", {}).get("tooltip", [])
        every = pointed if isinstance(pointed, list) else [pointed]
        yield from (name.replace("\\", "") for one in every if (name := one.get("field", "")))
        yield from re.findall(r"shown.*?datum\['(\w+)'\]", str(part.get("transform", "")))
        yield from (name for inner in part.values() for name in fields(inner))


def test_who_asks_for_a_figure_first_changes_no_page(monkeypatch):
    """Started from the folder that holds pages/, Streamlit would take them for its own and find none that is asked for."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    monkeypatch.chdir(ROOT.parent)
    aside.visit("trade", [], "fr")
    assert (ROOT.parent / "pages").is_dir()
    assert PagesManager.uses_pages_directory is False


def test_a_number_that_no_row_holds_is_found():
    taken, _ = aside.visit("trade", [("lang", "en")], "en")
    made = next(one for one in taken.figures if one.key == "balance")
    without = SimpleNamespace(
        key=made.key, plots=made.plots, answer=made.answer, rows=SimpleNamespace(columns=["year"])
    )
    assert set(pointed_at_only(without)) == {"imports_cad_m", "exports_cad_m", "balance_cad_m"}


def test_the_rows_of_a_series_under_the_events_are_offered():
    at = visit("timeline", "en", series="visitor_visas", **{"from": "2023"}, turned_on=("rows:series",))
    assert "14,705" in str(at.table[0].value)


@pytest.mark.parametrize("place", PLACES, ids="-".join)
def test_every_figure_of_a_page_is_drawn_in_letters_that_there_are(place):
    page, view = place
    taken, _ = aside.visit(page, list(params_of(view, "fr").items()), "fr")
    for made in taken.figures:
        assert pointed_at_only(made) == {}, made.key
        answer = SITE.get(f"/figures/{page}/{made.key}.svg", params=params_of(view, "fr"))
        assert answer.status_code == 200, answer.text
        words = TEXT.findall(answer.text)
        assert made.finding.split()[0] in words[0]
        assert len(words) > 8
        assert [letter for letter in set("".join(words)) if is_missing(letter)] == []
        assert "Touchez" not in " ".join(words), "what a picture cannot do, it does not offer"


def test_an_address_follows_the_parameters_of_its_page_and_says_so():
    asked = {"from": "2015", "to": "2024", "currency": "usd", "events": "off", "theme": "dark", "width": "700"}
    svg = SITE.get("/figures/trade/balance.svg", params={"lang": "es", **asked}).text
    said = " ".join(TEXT.findall(svg)).replace("&amp;", "&")
    assert 'width="700"' in svg
    assert "En 2024" in said
    assert "T-MEC" not in said
    assert "http://testserver/trade?lang=es&from=2015&to=2024&currency=usd&events=off" in said


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("trade/balance.svg?from=abc", 400, "abc"),
        ("trade/balance.svg?nothing=1", 400, "nothing"),
        ("trade/balance.svg?theme=red", 400, "light, dark"),
        ("trade/balance.svg?width=20000", 400, "1920"),
        ("trade/balance.svg?lang=de", 400, "en, fr, es"),
        ("trade/balance?embed=no", 400, "true"),
        ("trade/balance.gif", 404, "svg, png"),
        ("trade/months.svg", 404, "view=sectors, food, months"),
        ("nothing/balance.svg", 404, "overview, trade"),
        ("nothing.png", 404, "overview, trade"),
    ],
)
def test_what_there_is_not_is_refused_in_a_sentence(path, status, says):
    answer = SITE.get(f"/figures/{path}")
    assert answer.status_code == status
    assert says in answer.text


def test_a_refusal_speaks_the_language_that_is_preferred():
    said = SITE.get("/figures/trade/months.svg", headers={"Accept-Language": "fr"}).text
    assert said.startswith("/trade ne dessine pas de figure «\N{NO-BREAK SPACE}months\N{NO-BREAK SPACE}»")
    assert "autre vue (view=sectors" in said


def test_a_picture_is_kept_asked_for_again_and_open_to_other_pages(monkeypatch):
    first = SITE.get("/figures/trade/balance.png?width=400", headers={"Origin": "https://a.example"})
    assert first.headers["access-control-allow-origin"] == "*"
    monkeypatch.setattr("ui.pictures.made.converter", lambda: pytest.fail("it was drawn again"))
    again = SITE.get("/figures/trade/balance.png?width=400", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_a_picture_that_cannot_be_drawn_is_asked_for_later(monkeypatch):
    class Stuck:
        def order(self, *_):
            raise NoPicture("Too many pictures are being drawn.")

    monkeypatch.setattr("ui.pictures.made.converter", Stuck)
    answer = SITE.get("/figures/trade/balance.png?width=401")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, str(database.RETRY_SECONDS))


@pytest.mark.parametrize("path", ["trade.png?lang=fr&from=2015&utm_source=x", "search.png?lang=es"])
def test_a_page_has_a_card(path):
    answer = SITE.get(f"/figures/{path}")
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)


def test_only_a_figure_alone_may_be_framed(monkeypatch):
    def framers(path):
        return re.search("frame-ancestors (.*)$", SITE.get(path).headers["content-security-policy"])[1].split()

    alone = "/figures/trade/balance?embed=true"
    assert framers(alone) == ["*"]
    for path in ("/trade", "/figures/trade/balance.svg", "/figures/trade.png"):
        assert framers(path) == ["'self'"]
    monkeypatch.setenv("DASHBOARD_FRAME_ANCESTORS", "https://a.example, 'self'")
    settings.cache_clear()
    try:
        assert framers(alone) == ["https://a.example", "'self'"]
    finally:
        monkeypatch.undo()
        settings.cache_clear()


def test_the_command_line_writes_what_the_address_gives_and_says_what_is_wrong(tmp_path, capsys):
    written = tmp_path / "balance.svg"
    assert main(["trade", "balance", "from=2015", "lang=fr", "--out", str(written)]) == 0
    given = SITE.get("/figures/trade/balance.svg?from=2015&lang=fr").text.replace("http://testserver", "")
    assert written.read_text(encoding="utf-8") == given
    assert main(["trade", "nothing", "--out", str(written)]) == 1
    assert "It draws: balance" in capsys.readouterr().err
