"""A picture of every page, in each language, at a desk and on a phone, light and dark, and one page that shows them all.

`python -m tests.look [PAGE …]` writes them into the folder `look`; it stops by itself after a quarter of an hour.
"""

import itertools
import shutil
import sys
import tempfile
import time
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.chromium import launched
from data import catalog
from tests.browser.conftest import DESK, PHONE, ROOT, free_port, serve
from tests.browser.waiting import go, in_colours
from ui.site import pages

FOLDER = ROOT / "look"
DEVICES = {"desk": {**DESK, "viewport": {"width": 1440, "height": 900}}, "phone": PHONE}
SCHEMES = ("light", "dark")
LONGEST_SECONDS, TALLEST = 900, 8000
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
HEAD = """<!DOCTYPE html><meta charset="utf-8"><title>All pages</title>
<style>body { font: 14px sans-serif; background: #ddd; } figure { display: inline-block; margin: 4px; vertical-align: top; }
img { display: block; height: 420px; max-width: 700px; object-fit: cover; object-position: top; }</style>"""


def main(names):
    """Look at these pages, or all; returns how many pictures were not taken in time."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    wanted = names or list(pages())
    if unknown := set(wanted) - set(pages()):
        sys.exit(f"There is no page {', '.join(sorted(unknown))}. Known are: {', '.join(pages())}.")
    until = time.monotonic() + LONGEST_SECONDS
    with tempfile.TemporaryDirectory() as folder, serve(free_port(), folder) as site, sync_playwright() as playwright:
        browser = launched(playwright)
        for language, device in itertools.product(catalog.LANGUAGES, DEVICES):
            look(browser, site, device, language, wanted, until)
        browser.close()
    write_gallery(wanted)
    return len(wanted) * len(DEVICES) * len(catalog.LANGUAGES) * len(SCHEMES) - len(list(FOLDER.glob("*.png")))


def look(browser, site, device, language, wanted, until):
    """All pages in one language on one device, each in both colours, from a shell of that language."""
    context = browser.new_context(**DEVICES[device])
    tab = context.new_page()
    for name in wanted:
        if time.monotonic() > until:
            break
        first = name == next(iter(pages()))
        go(tab, site, f"/{'' if first else name}?lang={language}")
        for scheme in SCHEMES:
            in_colours(tab, scheme)
            picture(tab, DEVICES[device]["viewport"], FOLDER / f"{name}-{device}-{language}-{scheme}.png")
    context.close()


def picture(tab, window, path):
    """The whole page: it scrolls inside its window, so the window is made as tall as the page."""
    tab.set_viewport_size({"width": window["width"], "height": min(tab.evaluate(HEIGHT) + 40, TALLEST)})
    tab.wait_for_timeout(300)
    tab.screenshot(path=path)
    tab.set_viewport_size(window)


def write_gallery(wanted):
    """One page with all pictures, a row for each page and device."""
    rows = [HEAD]
    for name, device in itertools.product(wanted, DEVICES):
        rows.append(f"<h2>{escape(name)} · {device}</h2>")
        for path in sorted(FOLDER.glob(f"{name}-{device}-*.png")):
            rows.append(f'<figure><a href="{path.name}"><img loading="lazy" src="{path.name}"></a>{path.stem}</figure>')
    (FOLDER / "index.html").write_text("\n".join(rows), encoding="utf-8")


if __name__ == "__main__":
    missing = main(sys.argv[1:])
    print(f"Open {(FOLDER / 'index.html').relative_to(Path.cwd())}")
    if missing:
        sys.exit(f"{missing} pictures were not taken within {LONGEST_SECONDS} seconds.")
