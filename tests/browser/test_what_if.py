"""The tariff page in a real browser: its first screen, a typed day, a what-if that covers nothing."""

from playwright.sync_api import expect

from tests.browser.waiting import PATIENCE_MS, drawn

CHART = "[data-testid=stVegaLiteChart]"


def box(page, selector):
    return page.locator(selector).first.bounding_box()


def bottom(part):
    return part["y"] + part["height"]


def test_the_answer_and_the_picture_are_in_the_first_screen(page, opened):
    opened(page, "/tariffs?lang=en&date=2025-09-18&cusma=lapsed&what_if=1")
    picture, panel = box(page, CHART), box(page, ".st-key-what-if")
    assert bottom(picture) < 900
    assert bottom(picture) < panel["y"], "what is supposed stands under what it changes"
    assert panel["x"] + panel["width"] <= picture["x"] + picture["width"] + 1


def test_on_a_phone_the_picture_stands_before_the_filters(phone, opened):
    opened(phone, "/tariffs?lang=en&date=2025-09-18")
    assert bottom(box(phone, CHART)) < 844


def test_a_day_typed_and_confirmed_with_enter_acts(page, opened):
    opened(page, "/tariffs?lang=en")
    field = page.get_by_label("Any day (YYYY-MM-DD)")
    field.fill("2025-09-17")
    field.press("Enter")
    page.wait_for_url(lambda url: "date=2025-09-17" in url, timeout=PATIENCE_MS)
    drawn(page)
    assert "17 September 2025" in page.inner_text(".answer")


def test_the_what_if_takes_the_focus_and_gives_it_back(page, opened):
    opened(page, "/tariffs?lang=en")
    switch = page.locator(".st-key-address-what_if label")
    switch.click()
    page.wait_for_selector(".st-key-what-if :focus", timeout=PATIENCE_MS)
    switch.click()
    page.wait_for_selector(".st-key-what-if", state="detached", timeout=PATIENCE_MS)
    page.wait_for_selector(".st-key-address-what_if :focus", timeout=PATIENCE_MS, state="attached")


def test_what_an_address_opens_is_in_sight(page, opened):
    opened(page, "/timeline?lang=en&from=2024&event=e020")
    expect(page.locator(".st-key-opened-event")).to_be_in_viewport(ratio=0.9, timeout=PATIENCE_MS)


# What comes above, where the browser itself does not hold what is seen in its place: it never does at the top of a page.
GROW = """() => {
  document.querySelector('[data-testid=stMain]').style.overflowAnchor = 'none';
  const more = Object.assign(document.createElement('div'), {id: 'more', style: 'height: 1500px; flex: none'});
  document.querySelector('[data-testid=stMainBlockContainer]').prepend(more);
}"""
AS_IT_WAS = """() => {
  document.getElementById('more').remove();
  document.querySelector('[data-testid=stMain]').style.overflowAnchor = '';
}"""
TO_THE_TOP = "document.querySelector('[data-testid=stMain]').scrollTo(0, 0)"


def test_what_an_address_opens_stays_in_sight_until_the_reader_does_something(page, opened):
    opened(page, "/timeline?lang=en&from=2024&event=e021")
    event = page.locator(".st-key-opened-event")
    expect(event).to_be_in_viewport(ratio=0.9, timeout=PATIENCE_MS)
    # More comes above it; and Streamlit goes to the top of a page that is new to it.
    for change in (GROW, TO_THE_TOP):
        page.evaluate(change)
        expect(event).to_be_in_viewport(ratio=0.9, timeout=PATIENCE_MS)
    page.keyboard.press("Shift")
    page.evaluate(TO_THE_TOP)
    expect(event).not_to_be_in_viewport(timeout=PATIENCE_MS)
    page.evaluate(AS_IT_WAS)
