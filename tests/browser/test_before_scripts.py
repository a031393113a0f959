"""Menu, question, answer and first picture are there before any script, where the page will have them."""

import time
import urllib.request

import pytest
from conftest import DESK, PHONE, free_port, serve

from tests.browser.waiting import PATIENCE_MS

# Pages whose first picture stands on the first screen, with filters before it and without.
PAGES = {
    "desk": ["", "trade", "timeline", "agenda", "investment", "people", "ledgers?lang=es"],
    "phone": ["", "trade", "investment", "people"],
}
FIRST_SCREENS = [
    (device, f"/{name}" if "lang" in name else f"/{name}?lang=en") for device, names in PAGES.items() for name in names
]
DEVICES = {"desk": DESK, "phone": PHONE}
SCRIPTS = "**/static/js/*"
CHART = ".stVegaLiteChart"
PLACES = """where => [...document.querySelectorAll('h1, .answer, h2.finding, svg.marks')]
  .filter(part => part.closest(where) && !part.closest('details'))
  .slice(0, 4).map(part => part.getBoundingClientRect()).map(box => [box.left, box.top, box.width])"""
# Whether the picture and the menu of the page were drawn when those of the first screen went.
WATCHED = """addEventListener('DOMContentLoaded', () => {
  const screen = document.querySelector('.first-screen');
  if (!screen) return;
  const is = what => Boolean(document.querySelector(what));
  new MutationObserver(() => {
    if (!is('.first-screen main')) window.drawn ??= is('.stVegaLiteChart svg text') && is('.first-menu');
    if (!is('.first-menu')) window.hasMenu ??= is('.stSidebar nav.languages');
  }).observe(document.body, {childList: true, subtree: true});
});"""
GONE = "() => !document.querySelector('.first-screen')"
# As much as a reader takes for the same place.
NEAR = 6


@pytest.fixture(scope="module")
def in_quiet_times(tmp_path_factory):
    """A site that makes first screens when it is quiet, as sites do: all that are asked for here at once."""
    with serve(free_port(), tmp_path_factory.mktemp("quiet"), made_ahead=len(FIRST_SCREENS)) as address:
        for device, path in FIRST_SCREENS:
            asked(address + path, device)
        yield address


def asked(address, device):
    """The shell at an address; a first screen that it does not have yet is made when it is quiet."""
    request = urllib.request.Request(address, headers={"User-Agent": DEVICES[device].get("user_agent", "")})
    return urllib.request.urlopen(request).read()


def made(address, device):
    """Wait until the address is answered with its first screen."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while b'class="first-screen"' not in asked(address, device):
        assert time.monotonic() < until, f"no first screen of {address}"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def unscripted(chromium):
    """A tab on each device, to which no script comes."""
    tabs = {device: chromium.new_context(**given).new_page() for device, given in DEVICES.items()}
    for tab in tabs.values():
        tab.route(SCRIPTS, lambda route: route.abort())
    yield tabs
    for tab in tabs.values():
        tab.context.close()


@pytest.fixture
def opens(chromium, in_quiet_times):
    """Open an address with its first screen in a browser that was never here."""
    contexts = []

    def opened(path, device="desk", late="", script="", **more):
        made(in_quiet_times + path, device)
        contexts.append(chromium.new_context(**{**DEVICES[device], **more}))
        page = contexts[-1].new_page()
        if late:
            page.route(late, lambda route: (time.sleep(0.5), route.continue_()))
        page.add_init_script(WATCHED)
        page.add_init_script(script)
        return first_screen(page, in_quiet_times + path)

    yield opened
    for context in contexts:
        context.close()


def first_screen(page, address):
    page.goto(address, wait_until="commit")
    page.wait_for_selector(".first-screen main")
    return page


@pytest.mark.parametrize(("device", "path"), FIRST_SCREENS)
def test_what_is_there_first_stands_where_the_page_has_it(unscripted, in_quiet_times, request, opened, device, path):
    address = in_quiet_times + path
    made(address, device)
    before = first_screen(unscripted[device], address).evaluate(PLACES, ".first-screen")
    page = request.getfixturevalue({"desk": "page", "phone": "phone"}[device])
    after = opened(page, path).evaluate(PLACES, ".stMain")
    assert len(before) == 4
    assert [
        at for at in zip(before, after, strict=True) if any(abs(a - b) > NEAR for a, b in zip(*at, strict=True))
    ] == []


def test_a_page_is_read_without_scripts(opens):
    page = opens("/trade?lang=es", color_scheme="dark", java_script_enabled=False)
    assert page.locator("h1").inner_text().startswith("¿")
    assert page.locator("svg.marks").is_visible()
    assert page.locator("noscript").inner_text()
    page.get_by_role("link", name="Aranceles").click()
    page.wait_for_url("**/tariffs?lang=es")


def test_what_a_reader_does_meanwhile_is_not_lost(opens):
    page = opens("/people?lang=en", late="**/js/*VegaLiteChart*", viewport={"width": 1440, "height": 600})
    page.locator(".first-screen input[type=search]").fill("toma")
    page.locator(".first-screen main").evaluate("main => main.scrollTo(0, 40)")
    page.wait_for_function(GONE, timeout=PATIENCE_MS)
    field = page.locator(".stSidebar input[type=search]")
    assert field.input_value() == "toma"
    assert field.evaluate("field => field === document.activeElement")
    assert page.evaluate("document.querySelector('.stMain').scrollTop") == 40
    assert page.evaluate("[window.drawn, window.hasMenu]") == [True, True]


def test_a_menu_that_is_open_stays_until_it_is_closed(opens):
    page = opens("/trade?lang=fr", "phone")
    menu = page.locator(".first-menu > summary")
    menu.tap()
    page.wait_for_selector(f"{CHART} svg text", state="attached", timeout=PATIENCE_MS)
    page.wait_for_timeout(300)
    assert page.locator(".first-menu nav.menu").is_visible()
    menu.tap()
    page.wait_for_function(GONE, timeout=PATIENCE_MS)


# The reader opens the menu just when the page has taken its place and has no menu yet.
OPENS_LATE = """addEventListener('DOMContentLoaded', () => new MutationObserver((_, watch) => {
  if (document.querySelector('.first-screen main')) return;
  watch.disconnect();
  document.querySelector('.first-menu > summary').click();
}).observe(document.querySelector('.first-screen'), {childList: true}));"""
COVERED = """screen => [getComputedStyle(screen).backgroundColor, screen.offsetWidth - innerWidth, screen.offsetHeight - innerHeight]"""


def test_a_menu_that_is_opened_over_the_page_covers_it(opens):
    page = opens("/trade?lang=fr", "phone", script=OPENS_LATE, viewport={"width": 390, "height": 500})
    page.wait_for_selector(".first-menu[open]", timeout=PATIENCE_MS)
    page.wait_for_selector("footer.site", state="attached", timeout=PATIENCE_MS)
    colour, *beyond = page.locator(".first-screen").evaluate(COVERED)
    assert colour == "rgb(255, 255, 255)"
    assert beyond == [0, 0]
    last = page.locator(".first-menu nav.languages a").last
    last.scroll_into_view_if_needed()
    assert last.bounding_box()["y"] < 500
    page.locator(".first-menu > summary").tap()
    page.wait_for_function(GONE, timeout=PATIENCE_MS)
