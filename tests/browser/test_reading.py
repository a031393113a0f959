"""What a reader needs on any device: nothing moves by itself, no sideways scroll, charts in sight and named."""

import pytest
from conftest import ADDRESSES

from tests.browser.waiting import SIDEWAYS, lasting, moved

LABELS = """[...document.querySelectorAll('[data-testid=stVegaLiteChart] .role-axis')]
    .map(axis => [...axis.querySelectorAll('.role-axis-label text')].map(label => label.textContent))"""
# Where the first chart begins, if there is one, where it must to be seen without scrolling on a phone, and whether the
# button of the filters stands below it.
FIRST_CHART = """() => {
  const top = selector => document.querySelector(selector)?.getBoundingClientRect().top;
  const chart = top('[data-testid=stVegaLiteChart]') ?? 0;
  return [chart, (top('.filters-button') ?? chart) >= chart];
}"""
LOWEST = 700
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }"
WRITE = """text => {
  const style = document.getElementById('spaced') ?? document.head.appendChild(document.createElement('style'));
  Object.assign(style, {id: 'spaced', textContent: text});
}"""


# In the language with the longest words for money; test_another_language.py does it in a longer one, in every view.
@pytest.mark.parametrize("path", ADDRESSES)
def test_phone_needs_no_sideways_scroll(phone, opened, path):
    assert moved(phone, opened, f"{path}?lang=es") <= 0.1
    assert lasting(phone, lambda: max(phone.evaluate(SIDEWAYS), 0)) == 0
    # A note is read from its first words; its picture comes with them.
    if path != "/briefing":
        assert lasting(phone, lambda: max(phone.evaluate(FIRST_CHART)[0] - LOWEST, 0)) == 0
    assert phone.evaluate(FIRST_CHART)[1]
    # As wide as a window of 1280 pixels at 400 %, then with text spaced as a reader may need it (WCAG 1.4.10 and 1.4.12).
    phone.set_viewport_size({"width": 320, "height": 844})
    for style in ("", SPACED):
        phone.evaluate(WRITE, style)
        assert lasting(phone, lambda: max(phone.evaluate(SIDEWAYS), 0)) == 0
    phone.evaluate(WRITE, "")


def test_every_chart_states_its_finding(page, opened):
    opened(page, "/people?view=asylum")
    for chart in page.locator("[data-testid=stVegaLiteChart]").all():
        assert len(chart.get_attribute("aria-label")) > 20


@pytest.mark.parametrize("address", ["/ledgers?view=sectors&sector=05", "/trade?sector=05", "/people?view=provinces"])
def test_no_axis_says_zero_twice(page, opened, address):
    opened(page, address)
    assert page.evaluate(f"{LABELS}.flat()")
    assert not lasting(page, lambda: [labels for labels in page.evaluate(LABELS) if labels.count("0") > 1])
