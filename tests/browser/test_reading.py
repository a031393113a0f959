"""What a reader needs on any device: no sideways scroll, the keyboard, names for charts, no serious axe violation."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ADDRESSES, DESK

SERIOUS = ("serious", "critical")


# In the language with the longest words; test_another_language.py does it in a longer one, in every view.
@pytest.mark.parametrize("path", ADDRESSES)
def test_phone_needs_no_sideways_scroll(phone, opened, path):
    opened(phone, f"{path}?lang=fr")
    wider = phone.evaluate("(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))")
    assert wider <= 0


@pytest.fixture(scope="module", params=["light", "dark"])
def examiner(chromium, request):
    """A browser into which axe may bring its script."""
    context = chromium.new_context(**DESK, color_scheme=request.param, bypass_csp=True)
    yield context
    context.close()


@pytest.mark.parametrize("path", ADDRESSES)
def test_no_serious_accessibility_violation(examiner, opened, path):
    page = opened(examiner.new_page(), path)
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in SERIOUS]
    page.close()
    assert not [(v["id"], v["nodes"][0]["html"][:200], v["nodes"][0].get("failureSummary", "")[:300]) for v in found]


def test_every_chart_states_its_finding(page, opened):
    opened(page, "/people?view=asylum")
    for chart in page.locator("[data-testid=stVegaLiteChart]").all():
        assert len(chart.get_attribute("aria-label")) > 20


def test_keyboard_reaches_the_content(page, opened):
    opened(page, "/trade")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('data-testid')") == "stSkipToContent"


@pytest.mark.parametrize("address", ["/ledgers?view=sectors&sector=05", "/trade?sector=05", "/people?view=provinces"])
def test_no_axis_says_zero_twice(page, opened, address):
    opened(page, address)
    axes = page.eval_on_selector_all(
        "[data-testid=stVegaLiteChart] .role-axis",
        "axes => axes.map(axis => [...axis.querySelectorAll('.role-axis-label text')].map(label => label.textContent))",
    )
    labelled = [labels for labels in axes if labels]
    assert labelled
    assert not [labels for labels in labelled if labels.count("0") > 1]
