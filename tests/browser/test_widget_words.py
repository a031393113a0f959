"""No word of Streamlit's own is English on a page in another language: every kind of widget, opened."""

import re
import tomllib

import pytest
from conftest import lasting

from ui.language import TEXTS

WORDS = tomllib.loads((TEXTS / "platform.toml").read_text(encoding="utf-8"))
# Some are the same word in the other language.
ENGLISH = {code: [said for said, word in WORDS[code].items() if said != word] for code in ("fr", "es")}
# All that is read or spoken, but for what is ours.
SHOWN = """() => {
  const found = new Set(), walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const ours = 'script, style, noscript, svg, .stHtml, [data-testid=stTable], [data-testid=data-grid-canvas]';
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(ours)) found.add(walk.currentNode.nodeValue.trim());
  for (const name of ['aria-label', 'title', 'placeholder', 'aria-roledescription'])
    for (const part of document.querySelectorAll(`[${name}]`)) if (!part.closest(ours)) found.add(part.getAttribute(name));
  return [...found];
}"""
OPENED = ["stMultiSelect", "stSelectbox"]


def english(page, code):
    """What stands on the page and is a word of the list."""
    forms = [re.compile(re.escape(said).replace(r"\*", ".+"), re.DOTALL) for said in ENGLISH[code]]
    return [said for said in page.evaluate(SHOWN) if any(form.fullmatch(said) for form in forms)]


@pytest.mark.parametrize("code", ENGLISH)
def test_widgets_speak_the_language_of_the_page(page, opened, code):
    page.goto("about:blank")  # the shell brings the words of its language, as the links to other languages ask for it
    opened(page, f"/trade?lang={code}")
    assert WORDS[code]["Skip to main content"] in page.evaluate(SHOWN)
    page.locator("[data-testid=stVegaLiteChart]").first.hover()
    assert lasting(page, lambda: english(page, code)) == []
    # Rows under a figure have headings; those of Streamlit have names of columns.
    buttons = page.locator(
        ".stElementContainer:has(.stVegaLiteChart) [data-testid=stElementToolbarButton] button:visible"
    )
    names = {button.get_attribute("aria-label").split("\u00a0:")[0].split(":")[0] for button in buttons.all()}
    assert names == {WORDS[code]["Fullscreen"]}
    for widget in OPENED:
        field = page.locator(f"[data-testid={widget}] input").first
        field.click()
        field.press_sequentially("qqq")
        page.get_by_text(WORDS[code]["No results"]).wait_for()
        assert lasting(page, lambda: english(page, code)) == []
        field.press("Escape")
    opened(page, f"/data?lang={code}&table=goods_trade_annual")
    assert lasting(page, lambda: english(page, code)) == []
