"""Terms are explained once, where they first stand in a sentence, and the glossary says who defines them."""

import re

import pytest

import queries
from data import catalog
from tests.visits import visit
from ui import blocks, terms

MARK = re.compile(r'<button type="button" class="term" popovertarget="term-(\w+)">([^<]*)</button>')


def drawn(monkeypatch, *pieces):
    """What reaches the page of these blocks, drawn one after the other."""
    shown = []
    monkeypatch.setattr(blocks.st, "html", shown.append)
    for piece in pieces:
        blocks.show(piece)
    return shown


@pytest.fixture
def page():
    terms.begin()
    yield
    terms._met.set(None)


def test_a_term_is_explained_once_where_it_first_stands(monkeypatch, page):
    first, second = drawn(
        monkeypatch, "<p>Goods, customs basis, on a customs basis.</p>", "<ul><li>Customs basis again</li></ul>"
    )
    assert MARK.findall(first) == [("customs_basis", "customs basis")]
    assert first.count('<span popover id="term-customs_basis"') == 1
    assert first.endswith("</span>,</span> on a customs basis.</p>")
    assert second == "<ul><li>Customs basis again</li></ul>"


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="x">customs basis</a></p>',
        "<h2>Customs basis</h2>",
        '<p title="customs basis">x</p>',
        "<details><summary>customs basis</summary><p>customs basis</p></details>",
        "<nav><ul><li>customs basis</li></ul></nav>",
        "<p>customs-basis and uncustoms basis</p>",
        "<span>customs basis</span>",
    ],
)
def test_what_can_be_clicked_names_or_is_closed_is_left_alone(monkeypatch, page, html):
    assert drawn(monkeypatch, html) == [html]


def test_open_details_and_beginnings_of_sentences_are_explained(monkeypatch, page):
    (shown,) = drawn(monkeypatch, "<details open><summary>x</summary><p>Customs basis<br>MFN</p></details>")
    assert [code for code, _ in MARK.findall(shown)] == ["customs_basis", "mfn_rate"]


def test_a_bracket_stays_on_the_line_of_its_term(monkeypatch, page):
    (shown,) = drawn(monkeypatch, "<p>Goods (customs basis), all</p>")
    assert shown.startswith('<p>Goods <span>(<button type="button" class="term"')
    assert shown.endswith("</span>),</span> all</p>")


def test_an_acronym_is_no_small_word(monkeypatch, page):
    monkeypatch.setattr(terms, "current", lambda: "fr")
    assert drawn(monkeypatch, "<p>sa part, un sh</p>") == ["<p>sa part, un sh</p>"]


def test_outside_a_run_nothing_is_marked(monkeypatch):
    terms._met.set(None)
    assert drawn(monkeypatch, "<p>customs basis</p>") == ["<p>customs basis</p>"]


def test_without_its_table_pages_stand_without_explanations(monkeypatch, page):
    def broken(*_, **__):
        raise queries.TableUnavailable("glossary")

    monkeypatch.setattr(terms.queries, "ask", broken)
    monkeypatch.setattr(terms, "_of_glossary", terms._of_glossary.__wrapped__)
    assert drawn(monkeypatch, "<p>customs basis</p>") == ["<p>customs basis</p>"]


@pytest.mark.parametrize("lang", catalog.LANGUAGES)
def test_every_term_is_explained_by_its_source_and_no_mark_means_two(lang):
    frame = queries.ask("glossary", lang=lang).frame
    assert 25 <= len(frame) <= 50
    assert frame["explanation"].str.len().between(40, 260).all()
    assert frame["source_title"].ne("").all()
    own = frame["source_title"] == "This project"
    assert frame.loc[~own, "source_url"].str.startswith("https://").all()
    marks = [mark.lower() for cell in frame["marks"] for mark in cell.split("; ") if mark]
    assert len(marks) == len(set(marks))


@pytest.mark.parametrize(
    ("name", "lang", "codes"),
    [
        ("trade", "fr", {"customs_basis", "seasonally_adjusted"}),
        ("investment", "en", {"position", "book_value", "immediate_investor"}),
        ("people", "es", {"stock_of_permits"}),
    ],
)
def test_pages_explain_their_terms_once(name, lang, codes):
    body = " ".join(block.proto.body for block in visit(name, lang).get("html"))
    found = [code for code, _ in MARK.findall(body)]
    assert codes <= set(found)
    assert len(found) == len(set(found))
    assert f"data?lang={lang}&amp;view=glossary&amp;term={found[0]}" in body


def test_the_glossary_opens_at_the_term_of_the_address():
    body = " ".join(block.proto.body for block in visit("data", "en", view="glossary", term="mfn_rate").get("html"))
    assert body.count('<dt id="mfn_rate">') == 2
    assert not MARK.findall(body)
