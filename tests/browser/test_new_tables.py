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


def answer(page, address):
    page.goto(address)
    settle(page)
    return page.inner_text(".answer")


def test_the_next_page_shows_what_a_refresh_brought(page, store, own_site):
    address = f"{own_site}/investment?lang=en"
    answers = [answer(page, address)]
    for revised in (1.0, 1.2):
        store.official.world.revised = revised
        assert store.refresh("statcan_investment") == 0
        answers.append(answer(page, address))
    assert len(set(answers)) == 3
    answer(page, f"{own_site}/data?view=sources&lang=en")
    rows = page.locator("[data-testid=stTable] tr", has_text="36-10-0008").all_inner_texts()
    assert len(rows) == 1
    assert "current" in rows[0]
    assert "4 November 2026" in rows[0], rows
