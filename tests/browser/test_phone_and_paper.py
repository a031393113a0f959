"""A page in the hand and on paper: menu, filters and charts answer a finger; a print says what it is and is whole."""

import io
import unicodedata

import pytest
from pypdf import PdfReader

from tests.browser.waiting import PATIENCE_MS, drawn

VISIBLE = "selector => document.querySelector(selector)?.checkVisibility()"


def test_filters_stand_behind_one_button_that_counts(phone, opened):
    opened(phone, "/trade?from=2010&currency=usd&lang=en")
    button = phone.get_by_role("button", name="Filters (2)")
    assert not phone.evaluate(VISIBLE, ".st-key-filter-bar")
    button.tap()
    phone.wait_for_function(VISIBLE, arg=".st-key-filter-bar", timeout=PATIENCE_MS)
    assert button.get_attribute("aria-expanded") == "true"
    year = phone.get_by_label("First year")
    year.fill("2012")
    year.press("Enter")
    phone.wait_for_url(lambda url: "from=2012" in url, timeout=PATIENCE_MS)
    drawn(phone)
    assert phone.evaluate(VISIBLE, ".st-key-filter-bar")
    button.tap()


def test_the_menu_is_named_and_closes_after_a_choice(phone, opened):
    opened(phone, "/claims?lang=fr")
    phone.get_by_role("button", name="Menu", exact=True).tap()
    phone.get_by_role("link", name="Investissement").tap()
    phone.wait_for_url(lambda url: "/investment" in url, timeout=PATIENCE_MS)
    drawn(phone)
    assert phone.get_attribute("[data-testid=stSidebar]", "data-collapsed") == "true"


def tapped_in_the_middle(phone):
    """The first chart, which a finger touches, and where it stood then."""
    chart = phone.locator("[data-testid=stVegaLiteChart]").first
    chart.scroll_into_view_if_needed()
    place = chart.bounding_box()
    phone.touchscreen.tap(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    return chart, place


def test_a_tap_pins_the_values_of_a_year(phone, opened):
    opened(phone, "/ledgers?from=2015&to=2019&lang=en")
    chart, place = tapped_in_the_middle(phone)
    pinned = phone.locator(".pinned")
    pinned.wait_for(timeout=PATIENCE_MS)
    assert "2017" in pinned.inner_text()
    assert pinned.bounding_box()["y"] >= chart.bounding_box()["y"] + place["height"]
    opened(phone, "/ledgers?from=2016&to=2019&lang=en")
    pinned.wait_for(state="detached", timeout=PATIENCE_MS)


def test_a_year_that_a_tap_picks_stands_in_words(phone, opened):
    """Where a tap chooses a year the page is drawn anew, and what was pinned goes."""
    opened(phone, "/trade?from=2013&to=2017&lang=en")
    tapped_in_the_middle(phone)
    phone.locator("p.source", has_text="2015: bought").wait_for(timeout=PATIENCE_MS)


@pytest.mark.parametrize("address", ["/tariffs?lang=en", "/people?lang=en"])
def test_words_on_a_chart_have_no_tooltip_of_raw_names(page, opened, address):
    """Streamlit gives every mark a tooltip of what it is drawn by: columns as the specification calls them."""
    opened(page, address)
    words = page.locator("[data-testid=stVegaLiteChart] svg .mark-text.role-mark text")
    shown = []
    for place in range(min(words.count(), 12)):
        box = words.nth(place).bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(60)
        shown.append(page.evaluate("document.querySelector('#vg-tooltip-element.visible')?.innerText ?? ''"))
    assert len(shown) > 4
    assert not [told for told in shown if "_" in told or "written" in told]


def test_a_print_says_what_it_is_and_is_whole(page, opened):
    opened(page, "/trade?from=2010&currency=usd&lang=en")
    question, finding = page.inner_text("h1"), page.inner_text("h2.finding >> nth=0")
    sheets = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    first = sheets[0]
    for said in ("Canada–Mexico policy dashboard", "/trade?from=2010&currency=usd", "Filters: 2010–", question):
        assert said in first
    assert len(sheets) <= 4
    assert all(sheets), "a sheet is blank"
    assert not [control for control in ("CSV", "Zip", "Copy link", "Reset") if control in " ".join(sheets)]
    with_chart = [sheet for sheet in sheets if finding in sheet]
    assert len(with_chart) == 1
    assert "US$ billion" in with_chart[0]
    assert with_chart[0].index("Source") > with_chart[0].index(finding)


def test_a_note_of_one_page_is_one_sheet(page, opened):
    opened(page, "/briefing?lang=fr")
    ends = [page.inner_text(".note-head h2"), page.locator(".note-papers a").last.inner_text()]
    for paper in ("A4", "Letter"):
        (sheet,) = PdfReader(io.BytesIO(page.pdf(format=paper))).pages
        # A PDF has letters that are drawn together (ff) as one.
        said = "".join(unicodedata.normalize("NFKC", sheet.extract_text()).split())
        assert all("".join(words.split()) in said for words in ends)
