"""A fresh server and a real Chromium for the tests that need them."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from ui.site import pages

ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = ["/", *(f"/{name}" for name in list(pages())[1:])]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"viewport": {"width": 1440, "height": 1000}, "accept_downloads": True}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
}
READY = "[data-testid=stVegaLiteChart] svg, [data-testid=stPageLink] a"
AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"
CHARTS_DRAWN = """
    () => [...document.querySelectorAll("[data-testid=stVegaLiteChart]")].every(c => c.querySelector("svg, canvas"))
"""
# Only what never comes is waited for so long.
PATIENCE_MS = 120_000


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(port, folder, root=ROOT):
    """Start the site from another working directory, as a reader might; wait until it is healthy."""
    command = [sys.executable, "-m", "streamlit", "run", str(root / "app.py"), "--server.port", str(port)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=1):
                return process
        except OSError:
            time.sleep(0.5)
    process.kill()
    pytest.fail("the server did not become healthy in a minute")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    port = free_port()
    process = serve(port, tmp_path_factory.mktemp("elsewhere"))
    yield f"http://localhost:{port}"
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def cold_page(chromium):
    """A page in a browser that was never here."""
    context = chromium.new_context(**DESK)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def desk(chromium):
    """A browser at a desk that has been here before: it has the scripts of the shell already."""
    context = chromium.new_context(**DESK)
    yield context
    context.close()


@pytest.fixture(scope="session")
def pocket(chromium):
    """A browser on a phone that has been here before."""
    context = chromium.new_context(**PHONE)
    yield context
    context.close()


@pytest.fixture
def page(desk):
    """A page at a desk."""
    made = desk.new_page()
    yield made
    made.close()


@pytest.fixture
def phone(pocket):
    """A page on a phone."""
    made = pocket.new_page()
    yield made
    made.close()


@pytest.fixture
def opened(site):
    """Open an address and wait until all of it is drawn."""

    def visit(page, address):
        page.goto(site + address)
        drawn(page)
        return page

    return visit


def drawn(page):
    """Wait until the script has come to its end, the footer, and every chart has its marks."""
    page.wait_for_selector(READY, timeout=PATIENCE_MS)
    page.wait_for_selector("footer.site", timeout=PATIENCE_MS)
    page.wait_for_selector(AT_REST, timeout=PATIENCE_MS)
    page.wait_for_function(CHARTS_DRAWN, timeout=PATIENCE_MS)


def settle(page):
    """Wait until what a choice began is drawn; the footer of the run before is still there when it begins."""
    page.wait_for_timeout(300)
    drawn(page)
