"""Streamlit's arrows are drawn without its font of icons, which no page loads."""

import pytest
from conftest import SPARED

ICON = "[data-testid=stIconMaterial]"
DRAWN = """icon => {
  const arrow = getComputedStyle(icon, '::before');
  return [icon.checkVisibility(), getComputedStyle(icon).fontSize, arrow.content, arrow.rotate];
}"""
FONTS = "() => performance.getEntriesByType('resource').map(one => one.name).filter(name => name.includes('.woff2'))"


def arrow(page, button):
    return page.locator(f"[data-testid={button}] {ICON}").evaluate(DRAWN)


def test_the_menu_opens_and_closes_with_an_arrow(phone, opened):
    page = opened(phone, "/trade?lang=fr")
    assert arrow(page, "stExpandSidebarButton") == [True, "0px", '"»"', "none"]
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_test_id("stSidebarCollapseButton").wait_for()
    assert arrow(page, "stSidebarCollapseButton") == [True, "0px", '"«"', "none"]
    # Streamlit remembers an open menu for the next page in this tab.
    page.get_by_test_id("stSidebarCollapseButton").locator("button").tap()
    page.locator("[data-testid=stSidebar][data-collapsed=true]").wait_for(state="attached")


def test_the_arrow_of_more_filters_turns(page, opened):
    opened(page, "/tariffs?lang=en")
    button = page.get_by_test_id("stPopoverButton")
    assert arrow(page, "stPopoverButton") == [True, "0px", '""', "45deg"]
    button.click()
    page.locator("[data-testid=stPopoverButton][aria-expanded=true]").wait_for()
    assert arrow(page, "stPopoverButton") == [True, "0px", '""', "225deg"]


@pytest.mark.parametrize("path", ["/trade?lang=en", "/timeline?lang=en", "/tariffs?lang=en"])
def test_a_page_loads_one_font(cold_page, opened, path):
    fonts = opened(cold_page, path).evaluate(FONTS)
    assert len(fonts) == 1, fonts
    assert SPARED not in fonts[0]


# Those that Streamlit's style and ours name, how often a style of React Aria's is in the head, and whether theirs is used.
STYLES = """() => [
  document.fonts.size - [...document.styleSheets].filter(sheet => sheet.href).flatMap(sheet => [...sheet.cssRules])
    .filter(rule => rule instanceof CSSFontFaceRule).length,
  [...document.querySelectorAll('style')].filter(style => style.textContent.includes('data-react-aria-pressable')).length,
  matchMedia(document.querySelector('link[rel=stylesheet]').media).matches,
]"""


def test_no_style_comes_that_loads_the_font_again(cold_page, opened):
    """One rule for the font in our style, and React Aria finds the one that it would put into the head."""
    page = opened(cold_page, "/trade?lang=en")
    assert page.locator("[data-react-aria-pressable]").count()
    assert page.evaluate(STYLES) == [1, 1, True]
