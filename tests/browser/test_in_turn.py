"""Charts are drawn where a reader looks: those far down wait until the page is quiet, and while a filter changes."""

import pytest
from conftest import PATIENCE_MS

# How many charts have room each time that the first one has changed; without room none is drawn, nor drawn anew.
WATCHED = """window.drawn = [];
addEventListener('DOMContentLoaded', () => {
  let before = '';
  new MutationObserver(() => {
    const charts = [...document.querySelectorAll('.stVegaLiteChart')];
    const first = charts[0]?.querySelector('svg')?.outerHTML ?? '';
    if (first && first !== before) window.drawn.push(charts.filter(chart => chart.checkVisibility()).length);
    before = first;
  }).observe(document, {childList: true, subtree: true, attributes: true});
});"""
NEVER_QUIET = """(later => {
  window.setTimeout = (act, ms, ...rest) => ms === 1500 ? 0 : later(act, ms, ...rest);
})(setTimeout)"""
CHARTS = ".stVegaLiteChart"
ALL_DRAWN = f"""() => [...document.querySelectorAll('{CHARTS}')]
  .every(chart => chart.checkVisibility() && chart.querySelector('svg'))"""
FIRST_DRAWN = f"() => document.querySelector('{CHARTS} svg') && document.querySelector('footer.site')"
CHANGED = "seen => window.drawn.length > seen"


@pytest.fixture
def watched(cold_page):
    cold_page.add_init_script(WATCHED)
    return cold_page


def test_what_is_far_down_is_drawn_when_the_page_is_quiet(watched, site):
    watched.goto(f"{site}/trade?lang=en")
    watched.wait_for_function(FIRST_DRAWN, timeout=PATIENCE_MS)
    watched.wait_for_function(ALL_DRAWN, timeout=PATIENCE_MS)
    assert watched.locator(CHARTS).count() > 2
    assert watched.evaluate("window.drawn[0]") == 1


def test_a_filter_changes_the_first_picture_before_those_far_down(watched, site):
    watched.goto(f"{site}/trade?lang=en")
    watched.wait_for_function(FIRST_DRAWN, timeout=PATIENCE_MS)
    watched.wait_for_function(ALL_DRAWN, timeout=PATIENCE_MS)
    seen = watched.evaluate("window.drawn.length")
    watched.get_by_role("slider").first.focus()
    watched.keyboard.press("ArrowRight")
    watched.wait_for_function(CHANGED, arg=seen, timeout=PATIENCE_MS)
    assert watched.evaluate(f"window.drawn[{seen}]") == 1
    watched.wait_for_function(ALL_DRAWN, timeout=PATIENCE_MS)


def test_what_a_reader_scrolls_to_is_drawn_at_once(watched, site):
    watched.add_init_script(NEVER_QUIET)
    watched.goto(f"{site}/trade?lang=en")
    watched.wait_for_function(FIRST_DRAWN, timeout=PATIENCE_MS)
    last = watched.locator(CHARTS).last
    assert last.locator("svg").count() == 0
    watched.locator("[data-testid=stElementContainer]", has=last).last.scroll_into_view_if_needed()
    last.locator("svg").wait_for(timeout=PATIENCE_MS)
