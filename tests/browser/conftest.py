"""One server and one real Chromium for all browser tests.

The shell of the site costs six times what a page costs: a tab stays open and goes from address to address.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from benchmarks.chromium import launched
from tests.browser.waiting import FORGET, MOVED, UNFOLD, go
from ui.site import pages

ROOT = Path(__file__).resolve().parents[2]
ADDRESSES = ["/", *(f"/{name}" for name in list(pages())[1:])]
# What moves proves nothing, and drawing it keeps a processor busy.
DESK = {"viewport": {"width": 1440, "height": 1000}, "accept_downloads": True, "reduced_motion": "reduce"}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "reduced_motion": "reduce",
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serve(port, folder, root=ROOT, made_ahead=0):
    """The site, started from another working directory, as a reader might; its address, once it is healthy."""
    command = [sys.executable, "-m", "streamlit", "run", str(root / "app.py"), "--server.port", str(port)]
    # Little or nothing is made ahead: the browser needs the processor.
    told = {**os.environ, "DASHBOARD_MADE_AHEAD": str(made_ahead)}
    process = subprocess.Popen(command, cwd=folder, env=told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        wait_for(f"{address}/healthz", process)
        yield address
    finally:
        process.kill()
        process.wait(10)


def wait_for(address, process):
    for _ in range(1200):
        if process.poll() is not None:
            pytest.fail(f"the server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not become healthy in two minutes")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    with serve(free_port(), tmp_path_factory.mktemp("elsewhere")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def cold_page(chromium):
    """A page in a browser that was never here."""
    context = chromium.new_context(**DESK)
    context.add_init_script(f"({MOVED})()")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def desk(chromium):
    """A browser at a desk that stays open."""
    context = chromium.new_context(**DESK)
    context.add_init_script(f"({MOVED})()")
    yield context
    context.close()


@pytest.fixture(scope="session")
def pocket(chromium):
    """A browser on a phone that stays open."""
    context = chromium.new_context(**PHONE)
    context.add_init_script(f"({MOVED})()")
    yield context
    context.close()


@pytest.fixture
def new_tab(desk):
    """Another tab at the desk, for a shell of its own: a third of the work of a browser that was never here is spared."""
    made = desk.new_page()
    yield made
    made.close()


@pytest.fixture
def page(desk, request):
    """The tab at a desk. Whatever a test does in it, nobody else is asked, and nothing is missing or breaks."""
    with tab(desk, DESK, request) as made, watched(made) as wrong:
        yield made
    assert wrong == []


@pytest.fixture
def phone(pocket, request):
    """The tab on a phone."""
    with tab(pocket, PHONE, request) as made:
        yield made


@contextmanager
def tab(context, device, request):
    """The tab of a browser, as it was when it was new; it is closed only when a test has failed in it."""
    failed = request.session.testsfailed
    made = context.pages[0] if context.pages else context.new_page()
    as_new(made, device)
    yield made
    if request.session.testsfailed > failed:
        made.close()


def as_new(page, device):
    """Whatever the test before has left: the size of the window, what the reader's screen prefers, places, memory.

    Not its colours: to draw a page in others costs as much as to go to the next, and who asks about them sets them.
    """
    page.set_viewport_size(device["viewport"])
    page.emulate_media(media="null", reduced_motion=device["reduced_motion"])
    page.mouse.move(0, 0)
    if page.url.startswith("http"):
        page.evaluate(FORGET)
        page.evaluate(UNFOLD)


# Streamlit's font of icons, a quarter of all that a first visit would load.
SPARED = "MaterialSymbols"


@contextmanager
def watched(page):
    """What a page asks of other hosts or should not need, is refused, breaks, or is stopped from doing meanwhile."""
    wrong = []
    watchers = {
        "request": lambda request: (
            wrong.append(request.url) if is_elsewhere(request.url) or SPARED in request.url else None
        ),
        "response": lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None,
        "pageerror": lambda error: wrong.append(str(error)),
        "console": lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None,
    }
    for event, watcher in watchers.items():
        page.on(event, watcher)
    yield wrong
    for event, watcher in watchers.items():
        page.remove_listener(event, watcher)


def is_elsewhere(address):
    return urlsplit(address).hostname not in {"localhost", None}


@pytest.fixture
def opened(site):
    """Go to an address of the site and wait until all of it is drawn."""

    def visit(page, address):
        return go(page, site, address)

    return visit
