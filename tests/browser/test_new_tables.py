"""A refresh while the site runs: readers get the new tables with the next page, without a restart."""

import pytest
from conftest import free_port, go, serve, watched


@pytest.fixture
def own_site(store, tmp_path):
    with serve(free_port(), tmp_path) as address:
        yield address


def test_the_next_page_shows_what_a_refresh_brought(cold_page, store, own_site):
    answers = []
    with watched(cold_page) as wrong:
        for revised in (None, 1.0, 1.2):
            if revised:
                store.official.world.revised = revised
                assert store.refresh("statcan_investment") == 0
            answers.append(go(cold_page, own_site, "/investment?lang=en").inner_text(".answer"))
        go(cold_page, own_site, "/data?view=sources&lang=en")
    assert wrong == []
    assert len(set(answers)) == 3
    rows = cold_page.locator("[data-testid=stTable] tr", has_text="36-10-0008").all_inner_texts()
    assert len(rows) == 1
    assert "current" in rows[0]
    assert "4 November 2026" in rows[0], rows
