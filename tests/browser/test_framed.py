"""One figure in a frame on a page of somebody else: live, in the reader’s colours; the site itself is not to be framed."""

import functools
import http.server
import threading

import pytest
from conftest import DESK

from tests.browser.waiting import PATIENCE_MS

ALONE = "/figures/trade/balance?embed=true&lang=fr&from=2015"
PAGE = '<iframe id="figure" src="{site}{alone}" width="700" height="560"></iframe><iframe src="{site}/trade"></iframe>'


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def elsewhere(site, tmp_path):
    """Another origin, with a page that frames a figure of the site and a page of it."""
    (tmp_path / "index.html").write_text(PAGE.format(site=site, alone=ALONE), encoding="utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_page_frames_a_figure_and_nothing_else(chromium, elsewhere, site):
    context = chromium.new_context(**DESK, color_scheme="dark")
    page = context.new_page()
    refused = []
    page.on("requestfailed", lambda request: refused.append(request.url))
    page.goto(elsewhere)
    figure = page.frame_locator("#figure")
    figure.locator("body[data-drawn=dark]").wait_for(timeout=PATIENCE_MS)
    said = figure.locator("body").inner_text().replace("\xa0", " ").replace("\u202f", " ")
    assert "En 2025, le Canada achète" in said
    assert "Statistique Canada (2026-10)" in said
    back = figure.get_by_role("link", name="Voir dans son contexte")
    assert back.get_attribute("href") == f"{site}/trade?lang=fr&from=2015"
    # Beside its middle, where an event marks the year.
    figure.locator(".mark-rect path").nth(3).hover(position={"x": 6, "y": 60}, force=True)
    figure.locator("#vg-tooltip-element.visible", has_text="Importations").wait_for(timeout=PATIENCE_MS)
    assert refused == [f"{site}/trade"]
    context.close()


def test_what_is_taken_along_opens_by_key_and_keeps_to_a_phone(phone, opened):
    opened(phone, "/trade?lang=fr")
    phone.locator(".take summary", has_text="Intégrer").first.focus()
    phone.keyboard.press("Enter")
    embed = phone.locator(".take code", has_text="<iframe").first
    embed.wait_for(state="visible", timeout=PATIENCE_MS)
    box = phone.locator(".take details[open] div").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= phone.viewport_size["width"]
    address = phone.locator(".take a[download='balance.png']").first.get_attribute("href")
    assert address == "figures/trade/balance.png?lang=fr"


def test_the_chart_alone_is_no_picture_to_take(page, opened):
    opened(page, "/trade?lang=es")
    page.locator("[data-testid=stVegaLiteChart]").first.hover(force=True)
    # The toolbar comes when the chart is pointed at.
    seen = "[...document.querySelectorAll(\"button[aria-label^='Descargar como PNG']\")].some(part => part.checkVisibility())"
    assert not page.evaluate(seen)
