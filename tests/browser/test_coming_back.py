"""A reader comes back to an open page that the server has forgotten: after a restart, or a long pause on a phone."""

import pytest
from conftest import PATIENCE_MS, free_port, serve, settle


@pytest.fixture
def restarted(tmp_path):
    """Start a site on one port; called again, end it without a word and start it anew."""
    port, running = free_port(), []

    def end():
        for process in running:
            process.kill()
            process.wait(10)
        running.clear()

    def start():
        end()
        running.append(serve(port, tmp_path))
        return f"http://localhost:{port}"

    yield start
    end()


def test_the_first_choice_counts(page, restarted):
    page.goto(f"{restarted()}/trade?from=2000")
    settle(page)
    with page.expect_websocket(timeout=PATIENCE_MS):
        restarted()
    settle(page)
    page.get_by_role("slider").first.press("ArrowRight")
    page.wait_for_url(lambda url: "from=2001" in url, timeout=PATIENCE_MS)
