"""Chromium as benchmarks and tests drive it: the engine that draws pages, without a window that nobody sees."""

import shutil

from playwright.sync_api import Browser, Playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters as wide as they are, not fitted to pixels: as on paper.
    "--font-render-hinting=none",
]


def launched(playwright: Playwright) -> Browser:
    """The browser, started; Debian's package is called chromium-headless-shell."""
    return playwright.chromium.launch(executable_path=shutil.which("chromium-headless-shell"), args=FLAGS)
