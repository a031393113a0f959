"""A page stays open while the site is refreshed and started anew, or after a long pause on a phone."""

from conftest import free_port, serve, watched

from tests.browser.waiting import PATIENCE_MS, drawn, go

COUNT_RUNS = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  window.runs = 0;
  new MutationObserver(() => { window.runs += app.dataset.testScriptState === 'running'; })
    .observe(app, {attributeFilter: ['data-test-script-state']});
}"""


def test_the_next_page_has_the_new_tables_and_after_a_restart_the_first_choice_counts(new_tab, store, tmp_path):
    port = free_port()
    with serve(port, tmp_path) as address:
        brings_new_tables(new_tab, store, address)
        go(new_tab, address, "/trade?lang=en&from=2000")
        new_tab.evaluate(COUNT_RUNS)
    with serve(port, tmp_path):
        new_tab.wait_for_function("() => window.runs", timeout=PATIENCE_MS)
        drawn(new_tab)
        new_tab.get_by_role("slider").first.press("ArrowRight")
        new_tab.wait_for_url(lambda url: "from=2001" in url, timeout=PATIENCE_MS)


def brings_new_tables(page, store, address):
    """Readers get the tables of a refresh with the next page, without a restart."""

    def answer():
        return go(page, address, "/investment?lang=en").inner_text(".answer")

    with watched(page) as wrong:
        answers = [answer()]
        store.begin_refreshed("statcan_investment")
        answers.append(answer())
        store.change(revised=1.2)
        assert store.refresh("statcan_investment") == 0
        answers.append(answer())
        go(page, address, "/data?view=sources&lang=en")
    assert wrong == []
    assert len(set(answers)) == 3
    rows = page.locator("[data-testid=stTable] tr", has_text="36-10-0008").all_inner_texts()
    assert len(rows) == 1
    assert "current" in rows[0]
    assert "4 November 2026" in rows[0], rows
