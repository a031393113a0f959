"""The briefing note: one page in every language, its figures those of the queries, each line with its sources."""

import io
from datetime import date
from unittest import mock

import docx
import pypdf
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import catalog
from extracts.notes import Line, Note, Part, Source, numbered
from extracts.notes.paper import as_pdf
from extracts.notes.word import as_docx
from pages.briefing import choices, parts
from pages.briefing.download import ROUTES
from pages.briefing.note import made
from pages.briefing.papers import Papers
from tests.seen import day
from tests.visits import html, notices, visit
from ui import numbers
from ui.filters import Years
from ui.language import speaking
from ui.pictures.converter import NoPicture
from ui.pictures.fonts import FOLDER
from ui.remember import MEMORY

CLIENT = TestClient(Starlette(routes=ROUTES), headers={"Accept-Encoding": "identity"})
TODAY = day.DAY.isoformat()
DEFAULT = choices.Choices(choices.TOPICS, None, TODAY, choices.ONE)


@pytest.fixture(autouse=True)
def _day():
    with day.fixed():
        yield


def pdf(content):
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return len(pages), plain(" ".join(page.extract_text() for page in pages))


def links(content):
    """The addresses that a PDF opens."""
    (page,) = pypdf.PdfReader(io.BytesIO(content)).pages
    return {opens["/A"]["/URI"] for opens in (link.get_object() for link in page["/Annots"])}


def plain(words):
    return " ".join(words.replace("**", "").split())


def squeezed(words):
    """Words without spaces: where a line of a PDF ends, one may be there or not."""
    return "".join(words.split())


def figures(language):
    """What must stand in a note, as the queries answer and the language writes it."""
    with speaking(language):
        year = queries.ask("trade_summary").frame.iloc[0]
        latest = queries.ask("trade_latest_twelve_months").frame.iloc[0]
        rates = queries.ask("tariff_rate", date=TODAY, partner=["CAN", "MEX"]).frame["effective_rate_pct"]
        yield from (numbers.money(year[f"{flow}_cad_m"]) for flow in ("imports", "exports"))
        yield from (numbers.money(latest[f"{flow}_cad_m"]) for flow in ("imports", "exports"))
        yield from (numbers.percent(rate, 1) for rate in rates)
        owned = queries.ask("direct_investment").frame
        official = owned[owned["position_cad_m"].notna() & (owned["series"] != "quoted")]
        yield from (numbers.money(rows["position_cad_m"].iloc[-1]) for _, rows in official.groupby("direction"))
        yield numbers.decimal(queries.ask("asylum_summary").frame.iloc[0]["claims"])
        yield from queries.ask("latest_events", date=TODAY, top=4, lang=language).frame["title"]
        yield from queries.ask("agenda_dates", date=TODAY, top=4, lang=language).frame["title"]


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_a_note_fits_one_page_and_says_what_the_queries_answer(language):
    found = CLIENT.get(f"/briefing.pdf?lang={language}")
    assert found.headers["content-type"] == "application/pdf"
    pages, words = pdf(found.content)
    assert pages == 1
    assert [figure for figure in figures(language) if squeezed(figure) not in squeezed(words)] == []
    with speaking(language):
        note = made(DEFAULT, TODAY, "http://testserver").note
    assert {number for part in note.parts for line in part.lines for number in line.sources} <= set(
        range(1, len(note.sources) + 1)
    )
    assert all(line.sources for part in note.parts for line in part.lines)
    listed = {line.address for part in note.parts if part.is_list for line in part.lines}
    assert len(listed) == 8
    assert listed <= links(found.content), "events and dates lead to the site"
    assert [source.name for source in note.sources if squeezed(source.name) not in squeezed(words)] == []


def test_word_reads_the_note_in_its_language():
    found = CLIENT.get("/briefing.docx?lang=fr")
    document = docx.Document(io.BytesIO(found.content))
    cells = [cell for table in document.tables for cell in table._cells]
    paragraphs = [paragraph.text for holder in (document, *cells) for paragraph in holder.paragraphs]
    with speaking("fr"):
        note = made(DEFAULT, TODAY, "http://testserver").note
    for part in note.parts:
        assert part.title in paragraphs
        for line in part.lines:
            raised = squeezed(f"({line.remark})" if line.remark else "") + squeezed(numbered(line.sources))
            assert any(squeezed(plain(line.words)) + raised in squeezed(paragraph) for paragraph in paragraphs)
    of_events = queries.ask("latest_events", date=TODAY, top=4, lang="fr").frame["event"]
    opens = {link.target_ref for link in document.part.rels.values() if link.is_external}
    assert {f"http://testserver/timeline?lang=fr&event={event}" for event in of_events} <= opens
    assert len(document.inline_shapes) == 1
    assert (
        document.inline_shapes[0]._inline.docPr.get("descr")
        == "Le Canada achète au Mexique six dollars de biens par dollar vendu"
    )
    assert document.core_properties.language == "fr-CA"
    assert document.core_properties.comments == "http://testserver/briefing?lang=fr"
    again = CLIENT.get("/briefing.docx?lang=fr", headers={"If-None-Match": found.headers["etag"]})
    assert again.status_code == 304, "the same note is the same bytes"


@pytest.mark.parametrize("topic", choices.TOPICS)
def test_a_line_cites_whoever_published_what_it_asked_for(topic):
    asked, ask = [], queries.ask

    def noted(name, **given):
        asked.append(ask(name, **given))
        return asked[-1]

    MEMORY.forget()
    papers = Papers()
    with mock.patch.object(queries, "ask", noted), speaking("en"):
        found = parts.PARTS[topic](DEFAULT, TODAY, papers)
        for drawn in found.pictures:
            papers.of(drawn.answer, *drawn.beside)
    cited = {entry.publisher for answer in papers.answers for entry in answer.entries()}
    # Which years there are is nobody's figure.
    said = [answer for answer in asked if not answer.name.startswith("span_")]
    behind = {entry.publisher for answer in said for entry in answer.entries()} - {"This project"}
    assert behind <= cited
    assert all(line.sources for line in found.lines)


EVIL = 'x #read("/etc/passwd") $x^2$ *b* _i_ @y <w:p/> ]]> & "=1+1" \\ #sys.inputs'
NOTE = Note(
    title=EVIL, kind="k", day=date(2026, 1, 2), day_in_words="d", address="https://x.example/?a=1&b=<2>", site=EVIL,
    parts=(Part(EVIL, (Line(f"**{EVIL}** {EVIL}\x00\x0b", (1,), EVIL, "▼", EVIL),), (), True, True),
           Part("next", (Line("1", (1,)), Line("2")))),
    remarks=(EVIL,), sources=(Source(EVIL, 'https://x.example/"><a>'),), locale="es_MX", on_one_page=True,
    words={"remarks": "r", "sources": "s"},
)  # fmt: skip


def test_whatever_stands_in_a_cell_is_words():
    _, words = pdf(as_pdf(NOTE, {}, FOLDER))
    assert squeezed(words).count(squeezed(EVIL)) == 9
    document = docx.Document(io.BytesIO(as_docx(NOTE, {})))
    (cell, _) = document.tables[0]._cells
    assert cell.paragraphs[0].text == EVIL
    assert cell.paragraphs[1].text == f"{EVIL} ▼  {EVIL} {EVIL} ({EVIL})1"
    assert document.core_properties.title == EVIL


CHOSEN = [
    DEFAULT,
    choices.Choices(("tariffs", "people"), Years(2015, 2023), "2025-03-04", choices.MORE),
    choices.Choices(("claims",), None, TODAY, choices.MORE),
]


@pytest.mark.parametrize("chosen", CHOSEN)
def test_a_note_is_its_link(chosen):
    assert choices.parsed(chosen.params(TODAY).items(), TODAY) == chosen
    at = visit("briefing", "es", **chosen.params(TODAY))
    assert not at.exception
    assert not notices(at)
    with speaking("es"):
        note = made(chosen, TODAY, "").note
    shown = squeezed(html(at).replace("<strong>", "").replace("</strong>", ""))
    for words in [line.words for part in note.parts for line in part.lines]:
        assert squeezed(plain(words)) in shown or "“" in words or "'" in words


@pytest.mark.parametrize(
    ("asked", "status", "parameter"),
    [
        ("briefing.doc", 404, None),
        ("briefing.pdf?topics=people,sport", 400, "topics"),
        ("briefing.pdf?from=2020&to=2010", 400, "from"),
        ("briefing.pdf?to=soon", 400, "to"),
        ("briefing.pdf?date=2019-01-01", 400, "date"),
        ("briefing.docx?date=4", 400, "date"),
        ("briefing.docx?length=two", 400, "length"),
        ("briefing.docx?lang=de", 400, "lang"),
        ("briefing.docx?topic=people", 400, "topic"),
        ("briefing.docx?from=2010&from=2011", 400, "from"),
    ],
)
def test_what_no_note_can_be_is_said(asked, status, parameter):
    refused = CLIENT.get(f"/{asked}", headers={"Accept": "application/json"})
    assert refused.status_code == status
    assert refused.json().get("parameter") == parameter


def test_a_chart_that_cannot_be_drawn_now_is_said():
    with mock.patch("ui.pictures.made.picture", side_effect=NoPicture("Too many pictures are being drawn.")):
        refused = CLIENT.get("/briefing.pdf?lang=en")
    assert (refused.status_code, refused.text) == (503, "Too many pictures are being drawn.")


def test_numbers_of_sources_are_drawn_together():
    assert numbered((3, 1, 2, 7, 8, 10)) == "1–3, 7, 8, 10"
    assert numbered(()) == ""
