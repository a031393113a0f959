"""Going to a page and waiting until it is there, by what it shows and never by the clock."""

import itertools
import time
from pathlib import Path

# What no page knows, such as a mark of a mail programme, stays in an address and in the links to other languages that are
# drawn for it: so the page before is never taken for the one that was asked for.
VISITS = itertools.count(1)
IN_PAGE = Path(__file__).with_name("in_page.js").read_text(encoding="utf-8")
NAMES = ("go", "drawn", "painted", "forget", "unfold", "sideways", "watchMoves")
GO, DRAWN, PAINTED, FORGET, UNFOLD, SIDEWAYS, MOVED = (
    f"given => {{ {IN_PAGE} return {name}(given); }}" for name in NAMES
)
# Only what never comes is waited for so long.
PATIENCE_MS = 120_000
# A page that is drawn still follows its window for a moment: how long a measurement that does not fit is taken again.
SETTLES_SECONDS = 20


def go(page, site, address):
    """Go to an address of a site, with the shell that is there already."""
    address += f"{'&' if '?' in address else '?'}visit={next(VISITS)}"
    if page.url.startswith(f"{site}/"):
        page.evaluate(GO, address)
    else:
        page.goto(site + address)
    drawn(page)
    return page


def drawn(page):
    """Wait until what the address asks for is drawn."""
    page.wait_for_function(DRAWN, timeout=PATIENCE_MS, polling=50)


def in_colours(page, scheme):
    """Let a reader like their screen light or dark, and wait until it is."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(PAINTED, arg=scheme, timeout=PATIENCE_MS)
    drawn(page)


def lasting(page, measure):
    """What is wrong by this measurement, once it has settled: nothing, as soon as there is nothing."""
    until = time.monotonic() + SETTLES_SECONDS
    while (found := measure()) and time.monotonic() < until:
        page.wait_for_timeout(100)
    return found


def moved(tab, opened, path):
    """How much what is seen moves while the page comes: the least of three visits, for a busy machine may be late once."""
    least = 1
    for _ in range(3):
        tab.evaluate("window.moved = 0")
        opened(tab, path)
        least = min(least, tab.evaluate("window.moved"))
        if least <= 0.1:
            break
    return least
