"""A link to the site cannot put a link to another one on the page, in its notices, filters or buttons.

It is opened on a phone, in French: what it holds makes the widest page of all, which must not scroll sideways either.
How pages and views fit in a longer language, without such a link, is seen in test_another_language.py.
"""

from urllib.parse import urlencode

import pytest
from conftest import ADDRESSES, watched

from tests.browser.waiting import SIDEWAYS, in_colours, lasting
from tests.visits import EVERY_PARAMETER, EVIL

FOREIGN = """every => every.flatMap(element => ["href", "src", "action"].map(name => element[name]))
    .filter(address => typeof address == "string" && /^\\w+:/.test(address) && /evil/.test(address.split("?")[0]))"""


@pytest.mark.parametrize(
    ("path", "params"),
    [
        *((path, {"lang": "fr", **dict.fromkeys(EVERY_PARAMETER, EVIL)}) for path in ADDRESSES),
        ("/tariffs", {"view": "product", "product": EVIL}),
        ("/trade", {"view": "Session expired. Sign in at https://evil.example/login"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_link_leads_elsewhere_and_a_phone_needs_no_sideways_scroll(phone, opened, path, params):
    with watched(phone) as wrong:
        opened(phone, f"{path}?{urlencode(params)}")
    assert wrong == [], "nobody else is asked"
    assert phone.get_by_text("evil.example").count() > 0, "it is shown, as text"
    assert phone.eval_on_selector_all("*", FOREIGN) == []
    assert lasting(phone, lambda: phone.evaluate(SIDEWAYS)) == 0


def test_a_notice_looks_like_streamlits_own(page, opened):
    opened(page, "/trade?view=months&from=1962&to=1965&year=soon")
    look = """element => {
        const box = getComputedStyle(element), text = getComputedStyle(element.querySelector("p"))
        return [box.backgroundColor, text.color, box.padding, box.borderRadius, text.fontSize, text.lineHeight]
    }"""
    seen = []
    for scheme in ("dark", "light"):
        in_colours(page, scheme)
        both = [page.locator(f"{place}[role=status]").first for place in (".notice", "[data-testid=stAlertContainer]")]
        assert lasting(page, lambda both=both: differing(*[notice.evaluate(look) for notice in both])) == []
        seen.append(both[0].evaluate(look))
    assert seen[0] != seen[1]


def differing(ours, theirs):
    return [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
