"""The box of the menu leads to what was looked for, in the reader's language; a term opens by key, without the server."""

from tests.browser.waiting import PATIENCE_MS, drawn

OPENED = "() => document.querySelector('[popover]:popover-open')?.id ?? ''"


def test_words_typed_into_the_menu_lead_to_the_place(page, opened):
    opened(page, "/trade?lang=fr")
    page.locator("button.term").first.press("Enter")
    assert page.evaluate(OPENED).startswith("term-")
    page.keyboard.press("Escape")
    assert page.evaluate(OPENED) == ""
    page.fill("#search-menu", "bois d’œuvre")
    page.locator("#search-menu").press("Enter")
    page.wait_for_selector("nav.found a", timeout=PATIENCE_MS)
    assert "lang=fr" in page.url
    page.locator("nav.found a").first.click()
    page.wait_for_url(lambda url: "/tariffs?" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "product=4407" in page.url
    assert "4407" in page.inner_text("[data-testid=stMain]")
