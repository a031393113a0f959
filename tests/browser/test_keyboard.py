"""Tasks that the site is made for, with the keyboard alone: what is reached, what is said, where the focus goes."""

import itertools

from tests.browser.waiting import PATIENCE_MS, drawn

FOCUS = "document.activeElement"
SAID = "document.querySelector('.unseen[role=status]').textContent"
# Nothing has changed for longer than `ui/attention.js` waits before it reads a page. No reader is quicker; a test is.
STILL = """() => new Promise(done => {
  let timer = setTimeout(done, 300);
  new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(done, 300); })
    .observe(document.body, {childList: true, subtree: true});
})"""
MOST_KEYS = 60
MAIN = "document.querySelector('[data-testid=stMain]')"
# What stands beside each other may differ by so many pixels in height.
LINE = 30


def reach(page, selector):
    """Go on with Tab until what is looked for has the focus, which is seen there."""
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        if page.evaluate(f"selector => {FOCUS}.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached")


def test_on_a_phone_the_keyboard_goes_as_the_eye_does(phone, opened):
    """What style puts after the picture is met after it (`reading-flow`, ui/phone.css)."""
    opened(phone, "/people?lang=es")
    phone.evaluate("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()")
    heights = []
    for _ in range(12):
        phone.keyboard.press("Tab")
        heights.append(phone.evaluate(f"{FOCUS}.getBoundingClientRect().top + {MAIN}.scrollTop"))
    assert [low for low, high in itertools.pairwise(heights) if high < low - LINE] == []


def into_the_page(page):
    """Past the menu, by the link that is there for it."""
    page.locator("[data-testid=stSkipToContent], a[href='#main']").first.focus()
    page.keyboard.press("Enter")


def act(page, key, part):
    """Press a key and wait for what the address then holds, and for the page of it."""
    page.keyboard.press(key)
    page.wait_for_url(lambda url: part in url, timeout=PATIENCE_MS)
    drawn(page)


def until(page, holds, given):
    """Wait until it holds. Asked from here: a page that no window shows draws no frames, and Playwright counts those."""
    for _ in range(PATIENCE_MS // 100):
        if page.evaluate(holds, given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{given} never came")


def said(page, words):
    until(page, f"words => {SAID}.includes(words)", words)


def focus_on(page, selector):
    until(page, f"selector => {FOCUS}.matches(selector)", selector)


def test_the_imbalance_of_one_year_by_sector_and_by_month(page, opened):
    opened(page, "/trade?lang=en&from=2010&currency=usd").evaluate(STILL)
    into_the_page(page)
    reach(page, ".st-key-filter-chips button")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "from=" not in url, timeout=PATIENCE_MS)
    focus_on(page, ".st-key-chip-0-currency button")
    act(page, "Enter", "/trade?lang=en&visit")
    said(page, "C$53.5")
    focus_on(page, ".st-key-filter-chips :is(summary, button)")
    reach(page, ".st-key-address-year input")
    page.keyboard.type("2014")
    act(page, "Enter", "year=2014")
    reach(page, ".st-key-address-view button")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    act(page, "Space", "view=months")


def test_the_duty_at_the_peak_if_the_agreement_lapses(page, opened):
    opened(page, "/tariffs?lang=en&view=product&product=8703").evaluate(STILL)
    into_the_page(page)
    reach(page, ".st-key-address-date-exact input")
    page.keyboard.press("Control+a")
    page.keyboard.type("2025-03-04")
    act(page, "Enter", "date=2025-03-04")
    reach(page, ".st-key-address-what_if input")
    act(page, "Space", "what_if=1")
    focus_on(page, ".st-key-what-if *")
    page.keyboard.press("ArrowRight")
    act(page, "Space", "cusma=lapsed")
    said(page, "CUSMA")


def test_strains_in_order_and_an_event_that_is_closed(page, opened):
    opened(page, "/timeline?lang=en&from=2024&event=e020")
    into_the_page(page)
    reach(page, ".st-key-opened-event button")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "event=" not in url, timeout=PATIENCE_MS)
    focus_on(page, "[data-testid=stMain] *")
    reach(page, ".events summary")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUS}.parentElement.open")


def test_one_chapter_after_another(page, opened):
    opened(page, "/timeline?lang=en").evaluate(STILL)
    into_the_page(page)
    reach(page, "nav.chapters a[href*=visa_lifted]")
    assert page.evaluate(f"getComputedStyle({FOCUS}).outlineOffset") == "-3px", "not under the links beside it"
    act(page, "Enter", "chapter=visa_lifted")
    focus_on(page, "nav.chapters a[aria-current=true][href*=visa_lifted]")
    page.keyboard.press("Tab")
    act(page, "Enter", "chapter=renegotiation")
    focus_on(page, "nav.chapters a[aria-current=true][href*=renegotiation]")


def test_a_claim_a_promise_an_owner_and_a_brief(page, opened):
    opened(page, "/claims?lang=en")
    into_the_page(page)
    reach(page, ".events summary")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUS}.parentElement.open")
    page.locator(".menu a[href*=investment]").focus()
    focus_on(page, ".menu a[href*=investment]")
    act(page, "Enter", "/investment")
    focus_on(page, "h1")
    reach(page, ".st-key-address-direction button")
    page.keyboard.press("ArrowRight")
    act(page, "Space", "direction=")
    reach(page, "details.pop-up summary")
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUS}.parentElement.open")
