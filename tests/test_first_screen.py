"""What a browser shows of a page before any script has run: made in a quiet moment, then in the shell itself."""

import gzip
import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from data import catalog, clock
from tests.visits import html, visit
from ui import first_screen
from ui.language import text_in
from ui.server import MIDDLEWARE

ROOT = Path(__file__).resolve().parents[1]
ANY = Route("/{path:path}", lambda _: HTMLResponse("<title>Streamlit</title>"))
PHONE = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36"
DAY = date(2026, 9, 15)


class Quiet:
    """It is always quiet: what is to be made later is made at once."""

    def __init__(self):
        self.made = []

    def later(self, key, job):
        self.made.append(key)
        job()


@pytest.fixture
def quiet(monkeypatch):
    """Nobody has been here today, and nobody else is."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    monkeypatch.setattr(first_screen, "IDLE", found := Quiet())
    first_screen.SCREENS.forget()
    yield found
    first_screen.SCREENS.forget()


@pytest.fixture(scope="module")
def site():
    return TestClient(Starlette(routes=[ANY], middleware=MIDDLEWARE))


def second(page, language="en", chosen="", browser=""):
    """What the second reader of an address is sent."""
    assert first_screen.of(page, language, chosen, browser) == ""
    return first_screen.of(page, language, chosen, browser)


def words(html):
    return unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL))


def answer(html):
    return re.search(r'<p class="answer">.*?</p>', html, re.DOTALL)[0]


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_it_is_what_the_page_says(quiet, language):
    screen = second("trade", language)
    shown = html(visit("trade", language))
    assert answer(screen) == answer(shown)
    heading = r'<h2 class="finding">(.*?)</h2>'
    finding = re.search(heading, screen)[1]
    assert finding == re.search(heading, shown)[1]
    assert f"<h1>{text_in('trade.question', language)}</h1>" in screen
    assert text_in("shell.no_scripts", language) in screen
    assert f'aria-label="{finding}"' in screen
    assert len(re.findall(r'aria-current="page"', screen)) == 1
    assert text_in("figure.source", language) in words(screen)


def test_filters_of_the_address_hold(quiet):
    usual, dollars = second("trade"), second("trade", chosen="currency=usd&from=2015")
    assert "C$53.5\N{NO-BREAK SPACE}billion" in answer(usual)
    assert "US$" in answer(dollars)
    assert "from=2015" in dollars
    assert ">1995<" in usual
    assert ">1995<" not in dollars


def test_colours_are_those_of_either_theme(quiet):
    screen = second("trade")
    filled = set(re.findall(r'fill="(light-dark\(#\w+, #\w+\))"', screen))
    assert {"light-dark(#00876A, #35C9A0)", "light-dark(#D55E00, #FF8F4A)"} <= filled
    assert not re.findall(r'(?:fill|stroke)="#', screen)


@pytest.mark.parametrize("page", ["timeline", "agenda"])
def test_what_only_answers_a_pointer_is_left_out(quiet, page):
    screen = second(page)
    assert len(re.findall("<(?:path|line|rect|text)[ >]", screen)) > 30
    assert "voronoi" not in screen
    assert not re.findall(r'(?<!-)opacity="0(?:\.001)?"', screen)


def test_words_have_their_rim_behind_them(quiet):
    """Once each, with a rule of style for the first screen, the page and embedded charts."""
    assert len(re.findall("<text[^>]* stroke=[^>]*>NAFTA<", second("trade"))) == 1
    rule = "svg text { paint-order: stroke; }"
    assert f":is(.stVegaLiteChart, .first-screen) {rule}" in (ROOT / "ui" / "style.css").read_text(encoding="utf-8")
    assert f".chart {rule}" in (ROOT / "ui" / "templates" / "embed.html").read_text(encoding="utf-8")


def test_on_a_phone_it_is_narrow_and_its_menu_opens(quiet):
    desk, phone = second("trade"), second("trade", browser=PHONE)
    assert 'width="940"' in desk
    assert 'width="358"' in phone
    assert '<details class="first-menu">' in phone
    assert "<details" not in desk.partition("<main>")[0]


def test_it_holds_for_a_day(quiet, monkeypatch):
    second("tariffs")
    monkeypatch.setattr(clock, "today", lambda: DAY + timedelta(1))
    assert "16 September 2026" in words(second("tariffs"))


def test_what_is_wrong_with_an_address_is_left_to_the_page(quiet):
    assert second("trade", chosen="currency=abc") == ""
    assert len(quiet.made) == 1, "nor is it tried again"
    assert second("trade", chosen="x=" + "y" * first_screen.LONGEST_CHOICE) == ""
    assert len(quiet.made) == 1


def test_what_an_address_says_is_no_markup(quiet):
    assert "<script" not in second("search", chosen="q=%3Cscript%3Ealert(1)%3C/script%3E")


def test_the_shell_carries_it_from_the_second_reader_on(quiet, site):
    asked = {"accept-language": "fr", "user-agent": PHONE}
    first, then = (site.get("/trade", headers=asked) for _ in range(2))
    assert 'class="first-screen"' not in first.text
    assert text_in("trade.description", "fr") in re.search("<noscript>.*?</noscript>", first.text, re.DOTALL)[0]
    assert first_screen.of("trade", "fr", "", PHONE) in then.text
    assert then.text.count("<noscript>") == 1
    assert first.headers["etag"] != then.headers["etag"]
    assert {"user-agent", "accept-language"} <= set(then.headers["vary"].split(", "))
    assert 'class="first-screen"' not in site.get("/trade", headers={**asked, "user-agent": ""}).text


def test_a_page_is_sent_compressed_where_that_is_taken(quiet, site):
    plain = site.get("/trade", headers={"accept-encoding": "identity"})
    with site.stream("GET", "/trade", headers={"accept-encoding": "gzip"}) as sent:
        raw = b"".join(sent.iter_raw())
    assert sent.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert 'class="first-screen"' in gzip.decompress(raw).decode()
    assert int(sent.headers["content-length"]) == len(raw) < len(gzip.decompress(raw)) / 3
