"""The site as a reader meets it, in a real browser."""

import csv
import json
import urllib.request
import zipfile

from conftest import watched

from tests.browser.waiting import PATIENCE_MS, drawn

QUESTION = {
    "en": "What strained the relation, and what repaired it?",
    "fr": "Qu’est-ce qui a tendu la relation, et qu’est-ce qui l’a réparée?",
}


def answer(page):
    return page.inner_text(".answer")


def test_cold_deep_link_has_frame_and_language(cold_page, opened):
    with watched(cold_page) as wrong:
        page = opened(cold_page, "/timeline?lang=fr&from=2015")
    assert page.inner_text("h1") == QUESTION["fr"]
    assert page.evaluate("window.moved") <= 0.1
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert page.title().startswith("Chronologie")
    assert "Commerce" in page.inner_text("[data-testid=stSidebar]")
    assert "2015–2026" in answer(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('data-testid')") == "stSkipToContent"
    assert wrong == []


def test_the_shell_is_whole_and_loads_early(site):
    with urllib.request.urlopen(f"{site}/trade?lang=es") as answer:
        shell = answer.read().decode()
    assert '<html lang="es">' in shell
    assert shell.rstrip().endswith("</html>")
    assert "ArrowVegaLiteChart" in shell
    assert "<title>Comercio · ¿" in shell


def test_headers_are_strict(site):
    with urllib.request.urlopen(f"{site}/trade") as answer:
        headers = answer.headers
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in headers["content-security-policy"]
    assert "unsafe-eval'" not in headers["content-security-policy"].replace("wasm-unsafe-eval'", "")
    assert headers["x-content-type-options"] == "nosniff"


def test_filter_goes_to_the_address_and_survives_a_reload(page, opened):
    opened(page, "/trade?from=2000&to=2010")
    before = answer(page)
    thumb = page.get_by_role("slider").nth(1)
    assert thumb.input_value() == "2010"
    for year in (2009, 2008):
        thumb.press("ArrowLeft")
        page.wait_for_url(lambda url, year=year: f"to={year}" in url, timeout=PATIENCE_MS)
        drawn(page)
    narrowed = answer(page)
    assert narrowed != before
    assert "2008" in narrowed
    page.reload()
    drawn(page)
    assert answer(page) == narrowed
    assert "to=2008" in page.url


def test_the_tariff_clock_snaps_to_rule_changes(page, opened):
    opened(page, "/tariffs?date=2025-09-18&lang=en")
    assert "6.6%" in answer(page)
    page.get_by_role("slider").first.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(lambda url: "date=2025-09-16" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "16 September 2025" in answer(page)


def test_a_what_if_is_its_link(page, opened):
    opened(page, "/tariffs?date=2025-09-18&cusma=lapsed&override=US-232-STEEL:10&lang=fr")
    said = answer(page)
    assert "l’ACEUM prend fin" in said
    assert "Acier à 10" in said
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url(lambda url: "lang=en" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "CUSMA lapses" in answer(page)
    assert "override=US-232-STEEL" in page.url


def test_a_claim_leads_to_the_page_that_shows_it(page, opened):
    opened(page, "/claims?claim=c17&lang=en")
    page.locator("[class*=st-key-opened-claim]").get_by_role("link", name="See it on its page").click()
    page.wait_for_url(lambda url: "/tariffs" in url and "date=2025-09-18" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "18 September 2025" in answer(page)


def test_shared_filters_follow_and_back_and_forward_work(page, opened):
    opened(page, "/trade?from=2015&currency=usd&view=partners")
    page.locator("[data-testid=stSidebar]").get_by_role("link", name="Timeline").click()
    page.wait_for_url(lambda url: "/timeline" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "2015–2026" in answer(page)
    assert "from=2015" in page.url
    assert "view=" not in page.url
    page.go_back()
    page.wait_for_url(lambda url: "/trade" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "US$" in answer(page)
    assert "view=partners" in page.url
    page.go_forward()
    page.wait_for_url(lambda url: "/timeline" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert page.inner_text("h1") == QUESTION["en"]


def test_back_undoes_a_filter(page, opened):
    opened(page, "/investment")
    everything = answer(page)
    page.get_by_role("radio", name="Into Canada from abroad").click()
    page.wait_for_url(lambda url: "direction=inward" in url, timeout=PATIENCE_MS)
    drawn(page)
    page.go_back()
    page.wait_for_url(lambda url: "direction" not in url, timeout=PATIENCE_MS)
    drawn(page)
    assert answer(page) == everything
    assert page.get_by_role("radio", name="Both").is_checked()


def test_a_chapter_opens_without_a_new_visit_and_back_leaves_it(page, opened):
    opened(page, "/timeline?from=2009&effect=strain")
    page.evaluate("window.same = true")
    chapters = page.get_by_role("navigation", name="Chapter")
    assert chapters.get_by_role("link").count() > 8
    chapters.get_by_role("link", name="8 Reset").click()
    page.wait_for_url(lambda url: "chapter=reset" in url and "effect=strain" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "September 2025" in answer(page)
    assert chapters.locator("a[aria-current=true]").all_inner_texts() == ["8 Reset"]
    assert page.evaluate("window.same")
    page.go_back()
    page.wait_for_url(lambda url: "chapter" not in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "2009–2026" in answer(page)


def test_click_on_a_year_filters_the_rest(page, opened):
    opened(page, "/trade?from=2011&to=2019")
    bars = page.locator("[data-testid=stVegaLiteChart]").first.locator(".mark-rect path")
    bars.nth(3).click()
    page.wait_for_url(lambda url: "year=2014" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "2014" in page.inner_text(".badge")
    page.get_by_role("button", name="2014 ✕").click()
    page.wait_for_url(lambda url: "year=" not in url, timeout=PATIENCE_MS)


def test_click_on_an_event_opens_its_source(page, opened):
    opened(page, "/timeline?from=2009&to=2009")
    marks = page.locator("[data-testid=stVegaLiteChart]").first.locator(".mark-symbol path")
    marks.first.click(force=True)
    page.wait_for_url(lambda url: "event=e" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert page.locator("details[open] a[href^=http]").count() == 1


def rows_on_screen(page):
    cells = page.locator("[data-testid=stTable] tr").all()
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in cells]


def test_csv_is_the_rows_on_screen(page, opened, tmp_path):
    opened(page, "/investment?direction=outward&from=2019&to=2023")
    page.get_by_text("Rows (7)").first.click()
    page.wait_for_selector("[data-testid=stTable]", timeout=PATIENCE_MS)
    drawn(page)
    headings, *shown = rows_on_screen(page)
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV", exact=True).first.click()
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    with path.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert path.name == "direct_investment.csv"
    assert [row["year"] for row in written] == [row[0] for row in shown]
    assert {row[0] for row in shown} == {"2019", "2020", "2021", "2022", "2023"}
    position = headings.index("Position (C$ million)")
    assert [f"{float(row['position_cad_m']):,.1f}" for row in written] == [row[position] for row in shown]


def test_zip_names_source_filters_and_link(page, opened, tmp_path):
    opened(page, "/trade?from=2024&lang=es")
    with page.expect_download() as started:
        page.get_by_role("link", name="Zip").first.click()
    path = tmp_path / "extract.zip"
    started.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        package = json.loads(archive.read("datapackage.json"))
        content = archive.read("trade_balance.csv").decode("utf-8")
    assert "from=2024" in package["homepage"]
    assert package["filters"]["from"] == 2024
    assert len(content.splitlines()) == 3
