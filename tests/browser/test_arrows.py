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
