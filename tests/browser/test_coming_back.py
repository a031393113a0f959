"""A reader comes back to an open page that the server has forgotten: after a restart, or a long pause on a phone."""

from conftest import PATIENCE_MS, drawn, free_port, go, serve

COUNT_RUNS = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  window.runs = 0;
  new MutationObserver(() => { window.runs += app.dataset.testScriptState === 'running'; })
    .observe(app, {attributeFilter: ['data-test-script-state']});
}"""


def test_the_first_choice_counts(cold_page, tmp_path):
    port = free_port()
    with serve(port, tmp_path) as address:
        go(cold_page, address, "/trade?from=2000")
        cold_page.evaluate(COUNT_RUNS)
    with serve(port, tmp_path):
        cold_page.wait_for_function("() => window.runs", timeout=PATIENCE_MS)
        drawn(cold_page)
        cold_page.get_by_role("slider").first.press("ArrowRight")
        cold_page.wait_for_url(lambda url: "from=2001" in url, timeout=PATIENCE_MS)
