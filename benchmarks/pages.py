"""Time until the first chart of every page, and a filter change; printed as ratios to a script with one chart.

Run with `make bench`. Medians over several visits, each in a fresh browser context, a page and the one chart in turn.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.serving import served
from ui import site

ROOT = Path(__file__).resolve().parents[1]
VISITS = int(os.environ.get("BENCH_VISITS", "5"))
ADDRESSES = ["/", *(f"/{name}" for name in list(site.pages())[1:])]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
CHART = "[data-testid=stVegaLiteChart] svg"
WITHOUT_CHART = {"/data": "dl.tables a", "/claims": ".events", "/search": "form.search", "/accessibility": "h2"}
TITLE = "h1"
IS_ANOTHER = "([chart, before]) => (drawn => drawn && drawn.outerHTML !== before)(document.querySelector(chart))"
PATIENCE_MS = 60_000


def visit(browser: Browser, address: str, ready: str) -> float:
    """Seconds from the address to the first thing a reader came for."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(ready, timeout=PATIENCE_MS)
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def repaint(page: Page) -> float:
    """Seconds from a key press on the first slider to another first picture."""
    before = page.locator(CHART).first.evaluate("drawn => drawn.outerHTML")
    page.get_by_role("slider").first.focus()
    start = time.perf_counter()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(IS_ANOTHER, arg=[CHART, before], timeout=PATIENCE_MS)
    return time.perf_counter() - start


def repaints(browser: Browser, address: str) -> float:
    """Median seconds of several filter changes on one open page."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.goto(address)
    page.wait_for_selector(CHART, timeout=PATIENCE_MS)
    page.wait_for_timeout(1500)
    found = []
    for _ in range(VISITS + 1):
        found.append(repaint(page))
        page.wait_for_timeout(700)
    page.close()
    return statistics.median(found[1:])


def in_turn(one: Callable[[], float], other: Callable[[], float]) -> tuple[float, float]:
    """Medians of two things done in turn, so that whatever else the machine does slows both; each once before."""
    one(), other()
    pairs = [(one(), other()) for _ in range(VISITS)]
    return statistics.median(first for first, _ in pairs), statistics.median(second for _, second in pairs)


def measure(browser: Browser) -> None:
    """Print one line per page: seconds, and the ratio to one chart that was opened in turn with it."""
    scripts = (ROOT / "benchmarks" / "empty.py", ROOT / "benchmarks" / "one_chart.py", ROOT / "app.py")
    with ExitStack() as servers:
        empty, chart, site = (servers.enter_context(served(script)).address for script in scripts)
        one_chart = partial(visit, browser, chart, CHART)
        cold_chart, cold = one_chart(), visit(browser, f"{site}/trade", CHART)
        print(f"/trade, cold                     {cold:6.2f} s   {cold / cold_chart:5.2f} × one chart, cold")
        seconds, beside = in_turn(partial(visit, browser, empty, TITLE), one_chart)
        print(f"empty script                     {seconds:6.2f} s   {seconds / beside:5.2f} × one chart")
        for path in ADDRESSES:
            seconds, beside = in_turn(partial(visit, browser, site + path, WITHOUT_CHART.get(path, CHART)), one_chart)
            print(f"{path:<32} {seconds:6.2f} s   {seconds / beside:5.2f} × one chart, {beside:.2f} s", flush=True)
        beside = repaints(browser, chart)
        for what, address in (
            ("/trade, filter change", f"{site}/trade"),
            ("/tariffs, another date", f"{site}/tariffs?date=2025-05-03"),
        ):
            seconds = repaints(browser, address)
            print(f"{what:<32} {seconds:6.3f} s   {seconds / beside:5.2f} × one chart, {beside:.3f} s", flush=True)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        measure(chromium)
        chromium.close()
