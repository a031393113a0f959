"""A further language costs files only: a made-up one, two fifths longer than English, on every page and view."""

import re

import pytest
from babel.dates import get_month_names
from conftest import DESK, PHONE, free_port, serve

import queries
from data import catalog
from tests import pseudo
from tests.browser.waiting import PATIENCE_MS, go, lasting
from tests.visits import PLACES

WIDTHS = [device["viewport"]["width"] for device in (DESK, PHONE)]
# Everything that is read: texts, and their place where it says that they may be in English.
TEXTS = """() => {
  document.querySelectorAll('details').forEach(part => part.open = true);
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, parent = node.parentElement;
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName) || !parent.checkVisibility()) continue;
    if (!parent.closest(__MAY_BE_ENGLISH__)) found.push(node.textContent);
  }
  return found;
}"""
# Not translated, and why: links and lines of source hold titles as their publishers wrote them, the menu of languages
# names each in itself, icons are named by a font, the link for keyboards is Streamlit's own, lines to copy are code, and
# what says its language is meant to be in it.
MAY_BE_ENGLISH = (
    "a[target=_blank], .source, nav.languages, [data-testid=stIconMaterial], [data-testid=stSkipToContent], "
    ".take code, .take dt, .note-papers p + p, [lang=en]:not(html)"
)
# Months are Babel's, of the locale; the rest are names of persons, and codes as addresses and publishers write them.
MONTHS = {
    get_month_names(width, context, "en_CA")[n]
    for width in ("wide", "abbreviated")
    for context in ("format", "stand-alone")
    for n in range(1, 13)
}
OTHER_WORDS = {word.rstrip(".") for word in MONTHS} | {
    "XX",
    "services",
    "Mark",
    "Carney",
    "pez",
    "Obrador",
    "BibTeX",
    "CSL",
    "JSON",
    "RIS",
    "SVG",
}
WORD = re.compile(r"[A-Za-z]{2,}")
# An address, such as the one at the end of a citation, is written alike in every language.
ADDRESS = re.compile(r"https?://\S+")
# What is wider than its place: the page itself, a text that is cut or leaves the window, a label outside its chart.
TOO_WIDE = """() => {
  const found = [], wide = document.documentElement.clientWidth;
  const say = (what, part) => found.push(`${what}: ${part.textContent.trim().slice(0, 60)}`);
  for (const part of [document.documentElement, document.querySelector('[data-testid=stMain]')])
    if (part.scrollWidth > part.clientWidth) say('scrolls sideways', part);
  for (const part of document.querySelectorAll('[data-testid=stMain] *')) {
    if (!part.checkVisibility() || part.closest('[data-testid=stSkipToContent], [data-testid=stIconMaterial]')) continue;
    const has_text = [...part.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    const chart = part.tagName === 'text' && part.closest('svg.marks'), box = part.getBoundingClientRect();
    if (chart) {
      const edge = chart.getBoundingClientRect();
      if (has_text && (box.left < edge.left - 2 || box.right > edge.right + 2)) say('leaves its chart', part);
    } else if (has_text && box.width) {
      const style = getComputedStyle(part);
      if (part.scrollWidth > part.clientWidth + 1 && !['visible', 'auto'].includes(style.overflowX)) say('is cut', part);
      if (box.right > wide + 1 && !part.closest('[data-testid=stTable], [role=tablist]')) say('leaves the window', part);
    }
  }
  return found;
}"""

# What stands in the window follows it a moment later: wait until nothing has changed its width for five frames.
AT_REST_AT = """async width => {
  const parts = () => [document.querySelector('[data-testid=stMain]'), ...document.querySelectorAll('svg.marks')];
  const widths = () => innerWidth + ' ' + parts().map(part => part.clientWidth + '/' + part.scrollWidth).join();
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  let before = widths(), still = 0;
  for (let n = 0; still < 5 && n < 300; n++) { await frame(); const now = widths(); still = now === before ? still + 1 : 0; before = now; }
  return innerWidth === width && still >= 5;
}"""


@pytest.fixture(scope="module")
def speaking(tmp_path_factory):
    """The address of a site that speaks the language too."""
    folder = tmp_path_factory.mktemp("another-language")
    with serve(free_port(), folder, pseudo.made(folder / "tree")) as address:
        yield address


@pytest.fixture(scope="module")
def as_published():
    """Cells that are shown as their publishers wrote them: citations, places in a source, addresses of a query."""
    measures = queries.ask("tariff_measures", status=list(catalog.codes("measure_status"))).frame
    claims, events = queries.ask("claims").frame, queries.ask("events").frame
    checks = (claims["check_query"] + " " + claims["check_params"]).str.replace(";", " ")
    columns = [measures["citation"], measures["legal_basis"], checks, events["source_locator"]]
    return {" ".join(cell.split()) for column in columns for cell in column.dropna()}


@pytest.mark.parametrize(("name", "view"), PLACES)
def test_a_made_up_language_is_spoken_everywhere_and_fits(speaking, page, as_published, name, view):
    go(page, speaking, f"/{'' if name == 'overview' else name}?lang={pseudo.CODE}{f'&view={view}' if view else ''}")
    found = page.evaluate(TEXTS.replace("__MAY_BE_ENGLISH__", repr(MAY_BE_ENGLISH)))
    assert any(pseudo.OPEN in text for text in found)
    english = [" ".join(text.split()) for text in found if set(WORD.findall(ADDRESS.sub("", text))) - OTHER_WORDS]
    english = [text for text in english if not {text, text.removeprefix("(").removesuffix(")")} & as_published]
    assert english == []
    too_wide = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": DESK["viewport"]["height"]})
        page.wait_for_function(AT_REST_AT, arg=width, timeout=PATIENCE_MS)
        too_wide[width] = lasting(page, lambda: page.evaluate(TOO_WIDE))
    assert too_wide == {width: [] for width in WIDTHS}
