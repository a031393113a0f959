"""What robots and messengers read of the site: heads of pages, addresses for robots, and the answer to a wrong address."""

import json
import re

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from data import catalog, editions
from queries.settings import settings
from ui.addresses import ROUTES
from ui.language import text_in
from ui.server import MIDDLEWARE
from ui.shell import style_aside, written
from ui.site import pages

# As Streamlit, whose shell answers every address it does not know.
ANY = Route("/{path:path}", lambda _: HTMLResponse("<title>Streamlit</title>"))
SITE = TestClient(Starlette(routes=[*ROUTES, ANY], middleware=MIDDLEWARE))
HOST = "http://testserver"
PATHS = {name: "/" if place == 0 else f"/{name}" for place, name in enumerate(pages())}


def read(path, language, **sent):
    return SITE.get(path, headers={"accept-language": language, **sent})


def one(pattern, html):
    found = re.findall(pattern, html)
    assert len(found) == 1, pattern
    return found[0]


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_a_page_says_what_it_is_before_any_script(language):
    said = set()
    for page, path in PATHS.items():
        answer = read(path, language)
        question = text_in(f"{page}.question", language)
        description = one(r'<meta name="description" content="([^"]*)">', answer.text)
        assert answer.status_code == 200
        assert f'<html lang="{language}">' in answer.text
        assert one("<title>(.*?)</title>", answer.text) == f"{text_in(f'menu.{page}', language)} · {question}"
        assert one(r'<meta property="og:title" content="([^"]*)">', answer.text) == question
        assert one(r'<meta property="og:description" content="([^"]*)">', answer.text) == description
        assert one(r'<link rel="canonical" href="([^"]*)">', answer.text) == f"{HOST}{path}?lang={language}"
        card = one(r'<meta property="og:image" content="([^"]*)">', answer.text)
        assert card == f"{HOST}/figures/{page}.png?lang={language}"
        assert f'hreflang="x-default" href="{HOST}{path}"' in answer.text
        assert 50 < len(description) < 190
        said.add(description)
    assert len(said) == len(PATHS)


def test_their_style_is_asked_for_before_the_scripts_and_keeps_nothing_waiting():
    """In the head, scripts and paint wait for it; behind sixty scripts it comes late, and the page's own wait for it."""
    page = written("trade", "en", HOST).decode()
    first, last = '<link rel="preload" as="style"[^>]* href="([^"]+)">', '<link rel="stylesheet"[^>]* href="([^"]+)">'
    assert one(first, page) == one(last, page)
    assert page.index('<link rel="preload" as="style"') < page.index('<script type="module"') < page.index("<body>")
    assert 'media="print"' in re.search(last, page)[0]


def test_our_style_comes_before_what_it_is_for():
    """A first screen would be painted without it on a slow machine."""
    page = written("trade", "en", HOST, first_screen='<div class="first-screen">').decode()
    assert (
        page.index("<body><style>")
        < page.index(".first-screen {")
        < page.index("</style>", page.index("<body>"))
        < page.index('<div class="first-')
    )


@pytest.mark.parametrize(
    "page",
    [
        '<script type="module" src="a.js"></script>',
        '<script src="a.js" type="module"></script><link rel="stylesheet" href="a.css">',
        '<script type="module" src="a.js"></script><link rel="stylesheet" href="a.css"><link rel="stylesheet" href="b.css">',
    ],
)
def test_a_page_of_another_form_keeps_its_style_where_it_is(page):
    assert style_aside(page) == page


def test_a_card_shows_what_the_address_chooses():
    head = read("/trade?from=2015&sector=12,09&lang=es&x=%22%3E%3Cb%3E", "fr").text
    card = one(r'<meta property="og:image" content="([^"]*)">', head)
    assert card == f"{HOST}/figures/trade.png?lang=es&amp;from=2015&amp;sector=12,09&amp;x=%22%3E%3Cb%3E"


def test_each_language_has_its_own_tag():
    tags = {language: read("/", language).headers["etag"] for language in catalog.LANGUAGES}
    assert len(set(tags.values())) == len(tags)
    assert read("/", "fr", **{"if-none-match": tags["fr"]}).status_code == 304
    assert read("/", "fr", **{"if-none-match": tags["en"]}).status_code == 200


@pytest.mark.parametrize("path", ["/nothing", "/trade/nothing", "/overview", "/index.html"])
def test_an_unknown_address_leads_on(path):
    answer = read(path, "fr")
    assert answer.status_code == 404
    assert "Cette page n’existe pas" in answer.text
    assert {f'href="{link}?lang=fr"' in answer.text for link in PATHS.values()} == {True}
    assert "content-security-policy" in answer.headers


def test_robots_find_every_page_in_every_language():
    assert f"Sitemap: {HOST}/sitemap.xml" in SITE.get("/robots.txt").text
    listed = re.findall("<url><loc>(.*?)</loc>(.*?)</url>", SITE.get("/sitemap.xml").text, re.DOTALL)
    found = {address: frozenset(re.findall('hreflang="(.*?)"', links)) for address, links in listed}
    wanted = {
        f"{HOST}{path}{lang}" for path in PATHS.values() for lang in ["", *(f"?lang={c}" for c in catalog.LANGUAGES)]
    }
    assert set(found) == wanted
    assert set(found.values()) == {frozenset([*catalog.LANGUAGES, "x-default"])}


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_every_table_is_a_dataset(language):
    listed = json.loads(one(r'<script type="application/ld\+json">(.*?)</script>', read("/data", language).text))
    titles = [dataset["name"] for dataset in listed["dataset"]]
    assert titles == [catalog.table(name).title[language] for name in catalog.tables()]
    for name, dataset in zip(catalog.tables(), listed["dataset"], strict=True):
        assert 50 <= len(dataset["description"]) <= 5000
        assert {"license", "creator"} <= set(dataset) or not editions.now().sources(name)


def test_the_setting_of_the_public_address_leads(monkeypatch):
    monkeypatch.setenv("DASHBOARD_ORIGINS", "https://dashboard.example.org")
    settings.cache_clear()
    try:
        assert '<link rel="canonical" href="https://dashboard.example.org/trade?lang=en">' in read("/trade", "en").text
    finally:
        settings.cache_clear()
