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
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
}
READY = "[data-testid=stVegaLiteChart] svg, [data-testid=stPageLink] a"
AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"
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
def page(chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 1000}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(**PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(site):
    """Open an address and wait until its first chart or list is drawn and Streamlit is at rest."""

    def visit(page, address):
        page.goto(site + address)
        settle(page)
        return page

    return visit


def settle(page):
    """Wait until the page is drawn and no script runs."""
    page.wait_for_selector(READY, timeout=PATIENCE_MS)
    page.wait_for_selector("footer.site", timeout=PATIENCE_MS)
    page.wait_for_timeout(300)
    page.wait_for_selector(AT_REST, timeout=PATIENCE_MS)
    page.wait_for_timeout(300)
