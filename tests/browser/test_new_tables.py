"""A refresh while the site runs: readers get the new tables with the next page, without a restart."""

import pytest
from conftest import free_port, serve, settle


@pytest.fixture
def own_site(store, tmp_path):
    port = free_port()
    process = serve(port, tmp_path)
    yield f"http://localhost:{port}"
    process.terminate()
    process.wait(10)


def seen(page, address):
    """The answer of the page, and how its extract cites the figures."""
    page.goto(address)
    settle(page)
    return page.inner_text(".answer")


def test_the_next_page_shows_what_a_refresh_brought(page, store, own_site):
    shipped = seen(page, f"{own_site}/investment?lang=en")
    assert store.refresh("statcan_investment") == 0
    refreshed = seen(page, f"{own_site}/investment?lang=en")
    assert refreshed != shipped
    store.official.world.revised = 1.2
    assert store.refresh("statcan_investment") == 0
    assert seen(page, f"{own_site}/investment?lang=en") not in (shipped, refreshed)
    current = seen(page, f"{own_site}/data?view=sources&lang=en")
    assert "Statistics Canada" in page.inner_text("[data-testid=stTable]")
    assert current
