"""A link to another language keeps the selection, and then no word of Streamlit's own is English: every kind of widget, opened."""

import re
import tomllib

from tests.browser.waiting import PATIENCE_MS, drawn, lasting
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
SELECTION = "/timeline?from=2020&category=tariffs"
# Each language by its name in the menu, and the question of that page.
QUESTIONS = {
    "es": ("Español", "¿Qué tensó la relación y qué la reparó?"),
    "fr": ("Français", "Qu’est-ce qui a tendu la relation, et qu’est-ce qui l’a réparée?"),
    "en": ("English", "What strained the relation, and what repaired it?"),
}


def english(page, code):
    """What stands on the page and is a word of the list."""
    forms = [re.compile(re.escape(said).replace(r"\*", ".+"), re.DOTALL) for said in ENGLISH[code]]
    return [said for said in page.evaluate(SHOWN) if any(form.fullmatch(said) for form in forms)]


def test_a_link_to_another_language_keeps_the_selection_and_brings_its_words(page, opened):
    opened(page, SELECTION)
    count = page.inner_text(".answer")
    for language, (name, question) in QUESTIONS.items():
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(lambda url, code=language: f"lang={code}" in url, timeout=PATIENCE_MS)
        drawn(page)
        assert page.inner_text("h1") == question
        assert page.evaluate("document.documentElement.lang") == language
        assert "from=2020" in page.url
        assert "category=tariffs" in page.url
        if language in ENGLISH:
            widgets_speak(page, opened, language)
            opened(page, f"{SELECTION}&lang={language}")
    assert page.inner_text(".answer") == count


def widgets_speak(page, opened, code):
    """The shell that the link has asked for brings the words of its language."""
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
