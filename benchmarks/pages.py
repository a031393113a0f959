"""Time until the first chart of every page, cold and warm, and a filter change; printed as ratios to one chart.

Run with `make bench`. Medians over several visits, each in a fresh browser context, on one server per script.
"""

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from ui import site

ROOT = Path(__file__).resolve().parents[1]
VISITS = int(os.environ.get("BENCH_VISITS", "5"))
ADDRESSES = ["/", *(f"/{name}" for name in list(site.pages())[1:])]
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
CHART = "[data-testid=stVegaLiteChart] svg"
WITHOUT_CHART = {"/data": "[data-testid=stPageLink] a", "/claims": ".events"}
TITLE = "h1"


@contextmanager
def served(script: Path) -> Iterator[str]:
    """A fresh server for a script; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.headless=true",
    ]
    with tempfile.TemporaryDirectory() as elsewhere:
        process = subprocess.Popen(command, cwd=elsewhere, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(f"http://localhost:{port}/_stcore/health")
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(10)


def _wait(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise TimeoutError(address)


def visit(browser: Browser, address: str, ready: str) -> float:
    """Seconds from the address to the first thing a reader came for."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(ready, timeout=60_000)
    seconds = time.perf_counter() - start
    context.close()
    return seconds


def repaint(page: Page, says: str) -> float:
    """Seconds from a key press on the year filter to the changed words."""
    before = page.locator(says).first.inner_text()
    thumb = page.get_by_role("slider").first
    thumb.focus()
    start = time.perf_counter()
    page.keyboard.press("ArrowRight")
    while page.locator(says).first.inner_text() == before:
        time.sleep(0.005)
    return time.perf_counter() - start


def repaints(browser: Browser, address: str, ready: str, says: str) -> float:
    """Median seconds of several filter changes on one open page."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000})
    page.goto(address)
    page.wait_for_selector(ready, timeout=60_000)
    page.wait_for_timeout(1500)
    found = []
    for _ in range(VISITS + 1):
        found.append(repaint(page, says))
        page.wait_for_timeout(700)
    page.close()
    return statistics.median(found[1:])


def measure(browser: Browser) -> None:
    """Print one line per page: seconds and ratios."""
    with served(ROOT / "benchmarks" / "empty.py") as address:
        visit(browser, address, TITLE)
        empty = statistics.median(visit(browser, address, TITLE) for _ in range(VISITS))
    with served(ROOT / "benchmarks" / "one_chart.py") as address:
        chart_cold = visit(browser, address, CHART)
        chart = statistics.median(visit(browser, address, CHART) for _ in range(VISITS))
        chart_repaint = repaints(browser, address, CHART, "[data-testid=stCaptionContainer]")
    print(f"empty script, warm               {empty:6.2f} s")
    print(f"one chart, cold / warm / repaint {chart_cold:6.2f} s {chart:6.2f} s {chart_repaint:6.3f} s")
    with served(ROOT / "app.py") as address:
        cold = visit(browser, f"{address}/trade", CHART)
        ratios = f"{cold / chart_cold:5.2f} × one chart cold, {cold / chart:5.2f} × warm"
        print(f"/trade, cold                     {cold:6.2f} s   {ratios}")
        for path in ADDRESSES:
            ready = WITHOUT_CHART.get(path, CHART)
            visit(browser, address + path, ready)
            seconds = statistics.median(visit(browser, address + path, ready) for _ in range(VISITS))
            print(f"{path:<32} {seconds:6.2f} s   {seconds / chart:5.2f} × one chart")
        seconds = repaints(browser, f"{address}/trade", CHART, ".finding")
        print(f"/trade, filter change            {seconds:6.3f} s   {seconds / chart_repaint:5.2f} × one chart")
        seconds = repaints(browser, f"{address}/tariffs?date=2025-05-03", CHART, ".answer")
        print(f"/tariffs, another date           {seconds:6.3f} s   {seconds / chart_repaint:5.2f} × one chart")


if __name__ == "__main__":
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        measure(chromium)
        chromium.close()
