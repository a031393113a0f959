"""A link to the site cannot put a link to another one on the page, in its notices, filters or buttons."""

from urllib.parse import urlencode

import pytest
from conftest import ADDRESSES, settle

from tests.visits import EVERY_PARAMETER, EVIL

FOREIGN = """every => every.flatMap(element => ["href", "src", "action"].map(name => element[name]))
    .filter(address => typeof address == "string" && /^\\w+:/.test(address) && /evil/.test(address.split("?")[0]))"""


@pytest.mark.parametrize(
    ("path", "params"),
    [
        *((path, dict.fromkeys(EVERY_PARAMETER, EVIL)) for path in ADDRESSES),
        ("/tariffs", {"view": "product", "product": EVIL}),
        ("/trade", {"view": "Session expired. Sign in at https://evil.example/login"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_link_leads_elsewhere(page, site, path, params):
    page.goto(f"{site}{path}?{urlencode(params)}")
    settle(page)
    assert page.get_by_text("evil.example").count() > 0, "it is shown, as text"
    assert page.eval_on_selector_all("*", FOREIGN) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_notice_looks_like_streamlits_own(chromium, site, scheme):
    page = chromium.new_context(color_scheme=scheme, viewport={"width": 1440, "height": 1000}).new_page()
    page.goto(f"{site}/trade?view=months&from=1962&to=1965&year=soon")
    settle(page)
    look = """element => {
        const box = getComputedStyle(element), text = getComputedStyle(element.querySelector("p"))
        return [box.backgroundColor, text.color, box.padding, box.borderRadius, text.fontSize, text.lineHeight]
    }"""
    ours = page.locator(".notice[role=status]").first.evaluate(look)
    theirs = page.locator("[data-testid=stAlertContainer][role=status]").first.evaluate(look)
    page.context.close()
    assert ours == theirs
