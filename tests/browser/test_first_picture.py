"""The front page answers in words and in a picture before a reader scrolls."""

import pytest

from tests.browser.waiting import PATIENCE_MS, lasting

CHART = "[data-testid=stVegaLiteChart]"
DESK_FOLD, PHONE_FOLD = 900, 844


def test_question_answer_and_whole_picture_on_the_first_screen(page, opened):
    opened(page, "/?lang=en")
    assert page.locator("p.answer").bounding_box()["y"] > page.locator("h1").bounding_box()["y"]
    box = page.locator(CHART).first.bounding_box()
    assert box["y"] + box["height"] <= DESK_FOLD
    for words in ("NAFTA 1994", "C$53.5 bn", "C$44.6 bn", "sold to Mexico"):
        assert words in page.locator(CHART).first.inner_text().replace("\xa0", " ")


def test_a_phone_reaches_the_picture_on_its_first_screen(phone, opened):
    opened(phone, "/?lang=fr")
    chart = phone.locator(CHART).first
    assert lasting(phone, lambda: max(chart.bounding_box()["y"] - PHONE_FOLD / 2 - 60, 0)) == 0
    assert "53,5" in chart.inner_text()


def test_small_lines_are_drawn(page, opened):
    opened(page, "/?lang=en")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.cards img')].filter(line => line.naturalWidth).length === 6",
        timeout=PATIENCE_MS,
    )


def test_a_door_to_a_view_leads_down_to_it(page, site):
    page.goto(f"{site}/trade?lang=en&view=months#view")
    page.wait_for_function(
        "() => document.querySelector('.st-key-address-view')?.getBoundingClientRect().top < 200", timeout=PATIENCE_MS
    )


@pytest.mark.parametrize("on", ["desk", "phone"])
def test_what_comes_after_the_picture_has_its_room(request, opened, on):
    """The bar of all years and its slider are sent later; with a finger there are fields, too."""
    page = request.getfixturevalue("page" if on == "desk" else "phone")
    opened(page, "/timeline?lang=en")
    page.wait_for_selector(".overview-bar")
    without = """window => {
      const stands = () => document.querySelector('.st-key-closing').getBoundingClientRect().top;
      const hidden = (parts, name) => {
        const before = [window.className, ...parts.map(part => part.style.display)];
        window.className = name;
        for (const part of parts) part.style.display = 'none';
        const at = stands();
        window.className = before.shift();
        for (const part of parts) part.style.display = before.shift();
        return at;
      };
      return [stands(), hidden([window.parentElement], ''), hidden([...window.children], window.className)];
    }"""
    with_all, without_window, with_empty = page.locator(".st-key-window").evaluate(without)
    assert without_window == with_empty == with_all


def test_on_paper_no_room_is_kept_for_a_slider(page, opened):
    opened(page, "/timeline?lang=en")
    bar = page.wait_for_selector(".overview-bar")
    page.emulate_media(media="print")
    below = bar.bounding_box()["y"] + bar.bounding_box()["height"]
    assert page.locator(".st-key-closing").bounding_box()["y"] - below < 20
