"""For everyone: one visit a page, panels and lists open, wide in both colours, narrow in one; languages and colours by turns."""

import itertools

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from conftest import ADDRESSES

from data.catalog import LANGUAGES
from tests.browser.waiting import PATIENCE_MS, in_colours, lasting, moved

SERIOUS = ("serious", "critical")
WIDE, NARROW, HEIGHT = 1440, 390, 1000
SCHEMES = ("light", "dark")
# What opens the most of a page: a what-if with a rate, an event, a claim, a table, hits.
OPENED = {
    "/trade": "&sector=05,07&year=2014",
    "/tariffs": "&what_if=1&override=US-232-STEEL:10",
    "/timeline": "&event=e020&series=visitor_visas",
    "/claims": "&claim=c08",
    "/data": "&table=goods_trade_annual",
    "/search": "&q=steel",
}
OPEN_ALL = """() => {
  for (const part of document.querySelectorAll('[data-testid=stMain] details:not(.pop-up)')) part.open = true;
  const filters = document.querySelector('.filters-button[aria-expanded=false]');
  if (filters?.checkVisibility()) filters.click();
}"""
# Which button opens what: the menu of a narrow window; further filters or a list, of which the first is opened.
MENU, SIDEBAR = "[data-testid=stExpandSidebarButton]", "[data-testid=stSidebar][data-collapsed=false]"
FURTHER = [
    ("[data-testid=stPopoverButton]", "[data-testid=stPopoverBody]"),
    ("[data-testid=stMain] input[role=combobox]", "[role=listbox]"),
]
# Names of charts that two of them have, drawings that are heard, headings that skip a level, targets below 24 pixels: a
# link within a line may be lower, and what is hidden is met as its label.
WRONG = """() => {
  const seen = part => part.checkVisibility({visibilityProperty: true});
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  const names = all('.stVegaLiteChart').map(chart => chart.getAttribute('aria-label'));
  const levels = all('h1, h2, h3, h4, h5, h6').map(heading => +heading.tagName[1]);
  const small = all('a[href], button, summary, label:has(input), input:not([type=range], [type=checkbox])').filter(part => {
    const {width, height} = part.getBoundingClientRect();
    return getComputedStyle(part).display !== 'inline' && Math.min(width, height) > 1 && Math.min(width, height) < 23.5;
  });
  return {
    twice: names.filter((name, place) => !name || names.indexOf(name) !== place),
    heard: all('.stVegaLiteChart > svg:not([aria-hidden=true])').length,
    skips: levels.filter((level, place) => level > (levels[place - 1] ?? 0) + 1),
    small: small.map(part => `${part.tagName} ${part.className} ${part.textContent.slice(0, 30)}`),
  };
}"""
NOTHING = {"twice": [], "heard": 0, "skips": [], "small": []}
# What axe need not gather: addresses of elements, for a place is named by its HTML, and sheets of style and media, which
# only a rule that is off and one of no consequence read.
OPTIONS = {"resultTypes": ["violations"], "selectors": False, "preload": False}
# A dark screen differs from a light one in its colours only.
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
# The menu of a narrow window is the same on every page: it is opened once in each language.
MENU_OPENED = ADDRESSES[: len(LANGUAGES)]


@pytest.fixture
def warned(page):
    """What the page warns of in the console: Vega says there which marks of a chart have no rows, or no one scale."""
    said = []

    def hear(message):
        if message.type == "warning":
            said.append(message.text)

    page.on("console", hear)
    yield said
    page.remove_listener("console", hear)


@pytest.mark.parametrize(("path", "language"), zip(ADDRESSES, itertools.cycle(LANGUAGES), strict=False))
def test_no_barrier_on_a_page(page, warned, opened, path, language):
    assert moved(page, opened, f"{path}?lang={language}{OPENED.get(path, '')}") <= 0.1
    # The colours that the page before ended with are this one's first.
    schemes = SCHEMES[::-1] if ADDRESSES.index(path) % 2 else SCHEMES
    for scheme, rules in zip(schemes, ({}, OF_COLOURS), strict=True):
        at_width(page, WIDE, scheme)
        assert lasting(page, lambda rules=rules: barriers(page, **rules)) == []
    assert lasting(page, lambda: difference(page.evaluate(WRONG))) == {}
    for button, opens in FURTHER:
        if page.locator(button).first.is_visible():
            no_barrier_in_what_opens(page, button, opens)
            break
    at_width(page, NARROW, schemes[-1])
    assert lasting(page, lambda: barriers(page)) == []
    assert lasting(page, lambda: difference(page.evaluate(WRONG))) == {}
    if path in MENU_OPENED:
        no_barrier_in_what_opens(page, MENU, SIDEBAR)
    assert warned == []


def at_width(page, width, scheme):
    """The page in a window so wide and in these colours, with everything open."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate(OPEN_ALL)
    in_colours(page, scheme)


def no_barrier_in_what_opens(page, button, opens):
    """Looked at once it has come to its place: axe takes words that are still beside the window for hidden ones."""
    page.locator(button).first.click()
    page.wait_for_selector(opens, timeout=PATIENCE_MS).wait_for_element_state("stable")
    assert lasting(page, lambda: barriers(page, opens)) == []
    close(page, opens)


def close(page, opened):
    if opened == SIDEBAR:
        page.locator("[data-testid=stSidebarCollapseButton] button").click()
    page.keyboard.press("Escape")
    page.wait_for_selector(opened, state="hidden", timeout=PATIENCE_MS)


def difference(found):
    return {name: what for name, what in found.items() if what != NOTHING[name]}


def barriers(page, within=None, **rules):
    """What axe finds that is serious, each with a place and what it says."""
    # Half a megabyte of script, once for each document and not for each question.
    script = "0" if page.evaluate("'axe' in window") else AXE_SCRIPT
    answer = Axe(script).run(page, context=within, options=OPTIONS | rules).response
    assert answer["passes"], "nothing was looked at"
    found = [violation for violation in answer["violations"] if violation["impact"] in SERIOUS]
    return [(v["id"], v["nodes"][0]["html"][:300], v["nodes"][0].get("failureSummary")) for v in found]


# Kinds of mark and control, one page for each, and what they stand out from: the ground of the page where nothing is named.
FORCED = {
    "/trade?lang=en&sector=05": [
        (".stSlider [data-rac][style*=left]", "body"),
        ("[data-variant][data-selected]", "[data-variant]:not([data-selected])"),
        (".stMultiSelect [data-tag]", "body"),
        (".stCheckbox label[data-selected] > div:not([data-testid])", ".stCheckbox label:not([data-selected]) > div"),
        (".menu a[aria-current]", ".menu a:not([aria-current])"),
    ],
    "/timeline?lang=en": [(".overview-bar b.strain", ".overview-bar b.repair"), (".overview-bar i.in", "body")],
    "/investment?lang=en": [(".swatch", "body")],
}
ALIKE = """pairs => {
  const ground = selector => getComputedStyle(document.querySelector(selector)).backgroundColor;
  return pairs.filter(([one, other]) => ground(one) === ground(other));
}"""


def test_forced_colours_keep_what_is_chosen_on_and_filled(page, opened):
    page.emulate_media(forced_colors="active")
    try:
        for address, pairs in FORCED.items():
            opened(page, address)
            assert page.evaluate(ALIKE, pairs) == [], address
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    finally:
        page.emulate_media(forced_colors="none")
