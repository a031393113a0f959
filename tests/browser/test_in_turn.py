"""Charts are drawn where a reader looks: those far down wait until the page is quiet, and while a filter changes."""

import pytest

from tests.browser.waiting import PATIENCE_MS

# How many charts have room at most while the page is not quiet; without room none is drawn.
WATCHED = """window.most = 0;
addEventListener('DOMContentLoaded', () => {
  new MutationObserver(() => {
    if (document.documentElement.hasAttribute('data-quiet')) return;
    const charts = [...document.querySelectorAll('.stVegaLiteChart')];
    window.most = Math.max(window.most, charts.filter(chart => chart.checkVisibility()).length);
  }).observe(document, {childList: true, subtree: true, attributes: true});
});"""
NEVER_QUIET = """(later => {
  window.setTimeout = (act, ms, ...rest) => ms === 1500 ? 0 : later(act, ms, ...rest);
})(setTimeout)"""
CHARTS = ".stVegaLiteChart"
FIRST = f"() => document.querySelector('footer.site') && document.querySelector('{CHARTS} svg')?.outerHTML"
CHANGED = f"before => ![undefined, before].includes(document.querySelector('{CHARTS} svg')?.outerHTML)"
ALL_DRAWN = f"""() => [...document.querySelectorAll('{CHARTS}')]
  .every(chart => chart.checkVisibility() && chart.querySelector('svg'))"""


@pytest.fixture
def trade(new_tab, site):
    def opened():
        new_tab.add_init_script(WATCHED)
        new_tab.goto(f"{site}/trade?lang=en")
        new_tab.wait_for_function(FIRST, timeout=PATIENCE_MS)
        return new_tab

    return opened


def test_what_is_far_down_is_drawn_when_the_page_is_quiet_and_changed_after_the_first(trade):
    page = trade()
    page.wait_for_function(ALL_DRAWN, timeout=PATIENCE_MS)
    assert page.locator(CHARTS).count() > 2
    assert page.evaluate("window.most") == 1, "as the page comes"
    page.evaluate("window.most = 0")
    before = page.evaluate(FIRST)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(CHANGED, arg=before, timeout=PATIENCE_MS)
    page.wait_for_function(ALL_DRAWN, timeout=PATIENCE_MS)
    assert page.evaluate("window.most") == 1, "as a filter changes"


def test_what_a_reader_scrolls_to_is_drawn_at_once(trade, new_tab):
    new_tab.add_init_script(NEVER_QUIET)
    page = trade()
    last = page.locator(CHARTS).last
    assert last.locator("svg").count() == 0
    page.locator("[data-testid=stElementContainer]", has=last).last.scroll_into_view_if_needed()
    last.locator("svg").wait_for(timeout=PATIENCE_MS)
