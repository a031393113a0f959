"""The picture of the overview in the README: `python -m tests.screenshot` writes docs/overview.png."""

import tempfile

from playwright.sync_api import sync_playwright

from benchmarks.chromium import launched
from tests.browser.conftest import DESK, ROOT, free_port, serve
from tests.browser.waiting import go, in_colours

FILE = ROOT / "docs" / "overview.png"
WINDOW = {"width": 1440, "height": 900}


def main():
    """What a reader of the English site sees first at a desk."""
    with tempfile.TemporaryDirectory() as folder, serve(free_port(), folder) as site, sync_playwright() as playwright:
        browser = launched(playwright)
        tab = browser.new_context(**{**DESK, "viewport": WINDOW}).new_page()
        go(tab, site, "/?lang=en")
        in_colours(tab, "light")
        tab.screenshot(path=FILE)
        browser.close()


if __name__ == "__main__":
    main()
