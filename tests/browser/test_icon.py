"""The icon in the tab: the same for the shell, for pages of our own and for browsers that ask for one unbidden."""

import re
import urllib.request
from urllib.parse import urljoin

import pytest


def read(address):
    asked = urllib.request.Request(address, headers={"accept": "text/html"})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return answer.read(), answer.headers["content-type"]


@pytest.mark.parametrize("path", ["/trade", "/sql?lang=fr", "/extracts?lang=es"])
def test_a_page_names_the_icon_that_is_given_unbidden_too(site, path):
    page, _ = read(site + path)
    (named,) = re.findall(r'<link rel="(?:shortcut )?icon" href="([^"]+)"', page.decode())
    picture, kind = read(urljoin(site + path, named))
    assert (picture[:4], kind) == (b"\x89PNG", "image/png")
    assert read(f"{site}/favicon.ico") == (picture, kind)
