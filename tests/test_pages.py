"""Every page and view in every language: by default, narrowed and empty, without an error."""

import re
from contextlib import nullcontext
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui import filters
from ui.language import LOCALES
from ui.navigation import ADDRESSES

ROOT = Path(__file__).resolve().parents[1]
NARROW = {"from": "2021", "to": "2022", "sector": "12"}
EMPTY = {"from": "1962", "to": "1965", "sector": "06", "text": "zzzz"}
BARE_DOLLAR = re.compile(r"(?<!\\)\$")
VIEWS = [
    *(("investment", view) for view in ("positions", "countries")),
    *(("ledgers", view) for view in ("balance", "sectors", "causes", "payments", "published")),
    *(("tariffs", view) for view in ("time", "sectors", "coverage", "measures", "product", "band")),
    *(("trade", view) for view in ("sectors", "months", "partners", "growth", "products")),
    *(("people", view) for view in ("study", "ranking", "season", "provinces", "work", "asylum", "visas")),
]


def visit(page, language="en", **params):
    at = AppTest.from_file(str(ROOT / "ui" / "frame.py"), default_timeout=30)
    for name, value in {"lang": language, **params}.items():
        at.query_params[name] = value
    at.switch_page(f"../pages/{page}.py")
    return at.run()


def formulas(at):
    """Markdown in which a pair of bare dollar signs would be set as a formula."""
    texts = [block.value for kind in (at.title, at.subheader, at.info, at.caption, at.markdown) for block in kind]
    texts += [button.label for button in at.button]
    return [text for text in texts if len(BARE_DOLLAR.findall(text)) > 1]


def html(at):
    return " ".join(block.proto.body for block in at.get("html"))


def charts(at):
    return at.get("vega_lite_chart")


@pytest.mark.parametrize("params", [{}, NARROW, EMPTY], ids=["default", "narrow", "empty"])
@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("page", ADDRESSES)
def test_page_opens(page, language, params):
    at = visit(page, language, **params)
    assert not at.exception
    assert not at.error
    assert at.title
    assert not formulas(at)
    assert 'class="answer"' in html(at)
    if not params and page not in ("data", "claims"):
        assert charts(at)


@pytest.mark.parametrize("params", [{}, NARROW, EMPTY], ids=["default", "narrow", "empty"])
@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize(("page", "view"), VIEWS)
def test_view_opens(page, view, language, params):
    at = visit(page, language, view=view, **params)
    assert not at.exception
    assert not at.error
    assert not formulas(at)


@pytest.mark.parametrize(
    ("page", "params"),
    [
        ("trade", {"currency": "usd"}),
        ("trade", {"currency": "mxn", "view": "months"}),
        ("trade", {"view": "months", "book": "MEX"}),
        ("trade", {"view": "partners", "period": "2026", "rank": "exports"}),
        ("trade", {"view": "products", "level": "HS8", "flow": "imports", "year": "2010"}),
        ("trade", {"lens": "wiod", "sector": "12,03"}),
        ("trade", {"lens": "caliendo_parro"}),
        ("trade", {"view": "growth", "base": "1990"}),
        ("timeline", {"series": "visitor_visas", "event": "e112"}),
        ("timeline", {"series": "none", "category": "tariffs,trade", "actor": "MEX", "all": "1"}),
        ("investment", {"direction": "inward"}),
        ("investment", {"from": "2015", "to": "2018"}),
        ("people", {"view": "ranking", "measure": "flow"}),
        ("people", {"view": "provinces", "measure": "flow"}),
        ("tariffs", {"date": "2025-09-18", "cusma": "lapsed", "claims": "2024", "content": "0.5"}),
        ("tariffs", {"date": "2025-10-17", "override": "US-232-STEEL:10,US-232-AUTOS:0", "view": "sectors"}),
        ("tariffs", {"authority": "s232", "country": "CAN,MEX,TUR", "partner": "TUR", "view": "time"}),
        ("tariffs", {"date": "2025-02-10", "view": "measures", "status": "paused", "imposing": "USA"}),
        ("tariffs", {"view": "product", "product": "potasse", "partner": "CAN", "date": "2025-09-18"}),
        ("tariffs", {"view": "product", "product": "zzzz"}),
        ("tariffs", {"view": "time", "sector": "15"}),
        ("tariffs", {"view": "sectors", "sector": "02", "country": "TUR", "authority": "s338"}),
        ("tariffs", {"date": "1990-01-01", "override": "x:y,US-232-STEEL:999", "content": "7", "partner": "ZZZ"}),
        ("ledgers", {"currency": "mxn", "view": "sectors", "flow": "exports", "sector": "12"}),
        ("ledgers", {"view": "published", "date": "2024-08-01"}),
        ("ledgers", {"view": "payments", "flow": "exports"}),
        ("claims", {"claim": "c08"}),
        ("claims", {"article": "a002", "topic": "tariffs", "verdict": "contradicted"}),
        ("claims", {"claim": "c99", "verdict": "x", "topic": "people"}),
        ("data", {"table": "events"}),
        ("data", {"text": "IRCC"}),
        ("data", {"view": "revisions", "country": "all"}),
        ("data", {"view": "sources"}),
    ],
    ids=str,
)
def test_choices(page, params):
    at = visit(page, "fr", **params)
    assert not at.exception
    assert not at.error


@pytest.mark.parametrize(
    "year", ["1971", "1992", "2001", "2010", "2016", "2018", "2020", "2023", "2024", "2025", "2026"]
)
@pytest.mark.parametrize(
    ("page", "view"),
    [*(place for place in VIEWS if place[0] != "tariffs"), ("overview", ""), ("timeline", "")],
    ids=lambda value: value or "-",
)
def test_a_single_year(page, view, year):
    at = visit(page, "en", view=view, **{"from": year, "to": year})
    assert not at.exception
    assert not at.error


def test_sentences_stay_true_under_a_filter():
    one = html(visit("trade", "en", sector="09"))
    assert "leads" not in one
    assert "Metals and metal products: Mexico sold Canada" in one
    assert "the most of the sectors chosen" in html(visit("trade", "en", sector="05,09"))
    asylum = html(visit("people", "en", view="asylum", **{"from": "2024"}))
    assert "the most was 23,690 in 2023" in asylum


@pytest.mark.parametrize("page", ADDRESSES)
def test_bad_values_fall_back(page):
    at = visit(
        page, "en", **{"from": "abc", "to": "-1", "sector": "99x", "currency": "eur", "view": "no", "year": "9", "table": "x",
                       "series": "?", "lens": "no", "event": "e999", "direction": "up", "category": "x;drop"}
    )  # fmt: skip
    assert not at.exception
    assert not at.error


@pytest.mark.parametrize(
    ("page", "params", "said"),
    [
        ("trade", {"view": "no"}, "Look closer: “no” is not known"),
        ("trade", {"from": "soon"}, "“soon” is not known"),
        ("trade", {"year": "1901"}, "There are no figures for 1901 here"),
        ("trade", {"currency": "eur"}, "“eur” is not known"),
        ("timeline", {"event": "e999"}, "“e999”, which the link asks for, is not among what is shown"),
        ("claims", {"claim": "c99"}, "“c99”, which the link asks for"),
        ("tariffs", {"override": "x:y,US-232-STEEL:10", "date": "2025-10-17"}, r"“x\:y” names no measure charged"),
        ("tariffs", {"cusma": "maybe"}, "“maybe” is not known"),
        ("trade", {"currency": "[b](http://x)"}, r"“\[b\]\(http\://x\)” is not known"),
        ("data", {"text": "**z**"}, r"\*\*z\*\*"),
    ],
    ids=str,
)
def test_what_a_link_asks_for_in_vain_is_said(page, params, said):
    assert any(said in info.value for info in visit(page, "en", **params).info)


@pytest.mark.parametrize("table", ["us_duties_collected", "goods_by_chapter_monthly", "services_trade_annual"])
def test_a_table_that_waits_for_a_refresh_is_described(table):
    at = visit("data", "fr", table=table)
    assert not at.exception
    assert "nan" not in html(at)


def test_one_event_is_one_event():
    assert "<strong>1 event</strong>, of which" in html(visit("timeline", "en", text="Southeast Gateway"))


def test_a_run_broken_off_among_the_filters_keeps_no_remark_for_later(monkeypatch):
    monkeypatch.setattr(filters, "_row", nullcontext)
    with pytest.raises(RuntimeError), filters.bar():
        filters.say("too late")
        raise RuntimeError
    assert filters.REMARKS not in filters.st.session_state


def test_unknown_language_falls_back_and_says_so():
    at = visit("overview", "xx")
    assert at.title[0].value == "Where do Canada and Mexico stand?"
    assert [info.value for info in at.info] == ["Language: “xx” is not known and was left out."]
    assert not visit("overview", "es").info


def test_answers_hold_the_published_numbers():
    page = html(visit("overview", "en")).replace("\xa0", " ")
    assert "C$47.5 billion" in page
    assert "C$8.7 billion" in page
    assert "47,5 milliards $ CA" in html(visit("overview", "fr")).replace("\xa0", " ")
    assert "47 500 millones de dólares canadienses" in html(visit("overview", "es")).replace("\xa0", " ")
    assert "16,980" in html(visit("people", "en"))
    assert "112 events" in html(visit("timeline", "en"))


def test_two_books_of_2025():
    page = html(visit("ledgers", "en")).replace("\xa0", " ")
    assert "US$38.2 billion" in page
    assert "US$22.2 billion" in page
    for figure in ("×1.72", "×1.97", "US$31.9 bn", "US$9.6 bn"):
        assert figure in page


def test_a_claim_has_its_own_link():
    page = html(visit("claims", "en", claim="c08"))
    assert '<details id="c08" open>' in page
    assert "claim=c08" in page
    assert "C$55.0" in page


def test_pages_lead_to_the_books_and_the_claims():
    for name in ("trade", "overview"):
        page = html(visit(name, "en"))
        assert 'href="ledgers?' in page
        assert 'href="claims?' in page


def test_reversed_years_and_unknown_sectors_say_so():
    at = visit("trade", "en", **{"from": "2020", "to": "2010", "sector": "77"})
    assert "2010–2020" in at.info[0].value
    assert "77" in at.info[1].value


def test_the_missing_split_is_said_not_filled():
    at = visit("trade", "en", **{"from": "2021", "to": "2022"})
    assert "2020–2023" in html(at)


def test_every_figure_names_its_source_and_offers_its_rows():
    at = visit("trade", "en")
    assert html(at).count('class="source"') == len(at.get("vega_lite_chart"))
    assert at.get("download_button")


def test_a_filter_moves_into_the_address():
    at = visit("trade", "es")
    slider = at.slider[0]
    slider.set_range(2000, 2010).run()
    assert at.query_params["from"] == "2000"
    assert at.query_params["to"] == "2010"
    assert at.query_params["lang"] == "es"


def test_filters_that_do_not_reach_a_figure_are_said():
    for view in ("measures", "product"):
        assert "do not reach this figure" in html(visit("tariffs", "en", view=view, authority="s232"))
        assert "do not reach this figure" not in html(visit("tariffs", "en", view=view))


def test_a_year_that_a_lens_lacks_is_said_where_it_was_asked_for():
    said = "2024 is not in this lens"
    assert said in html(visit("trade", "en", to="2024"))
    assert said in html(visit("trade", "en", year="2024"))
    assert "is not in this lens" not in html(visit("trade", "en"))


def test_sources_name_what_a_figure_holds():
    assert "This project" in html(visit("timeline", "en"))
    sectors = html(visit("ledgers", "en", view="sectors"))
    source = sectors[sectors.rindex('class="source"') :]
    assert "OECD" in source
    assert "WIOD" not in source
    waiting = html(visit("data", "en", table="services_trade_annual"))
    assert "they come with a refresh of Statistics Canada, services" in waiting
