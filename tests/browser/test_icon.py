"""The icon in the tab: the same for the shell, for pages of our own and for browsers that ask for one unbidden."""

import re
import tomllib
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import pytest

THEME = tomllib.loads((Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
ICONS = "[...document.querySelectorAll('link[rel~=icon]')].map(link => link.href)"
# Whether a browser draws it, and the pixels in the middle of both bars at the size of a tab.
DRAWN = """async address => {
  const picture = new Image(16, 16);
  picture.src = address;
  await picture.decode();
  const place = Object.assign(document.createElement('canvas'), {width: 16, height: 16}).getContext('2d');
  place.drawImage(picture, 0, 0, 16, 16);
  return [[4, 8], [12, 11], [12, 3]].map(([x, y]) => [...place.getImageData(x, y, 1, 1).data]);
}"""


def read(address, **sent):
    asked = urllib.request.Request(address, headers={"accept": "text/html", **sent})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        return answer.read(), answer.headers["content-type"]


@pytest.mark.parametrize("path", ["/trade", "/sql?lang=fr", "/extracts?lang=es"])
def test_a_page_names_the_icon_that_is_given_unbidden_too(site, path):
    page, _ = read(site + path)
    (named,) = re.findall(r'<link rel="(?:shortcut )?icon"[^>]* href="([^"]+)"', page.decode())
    assert urljoin(site + path, named) == f"{site}/icon.svg"
    picture, kind = read(f"{site}/icon.svg")
    assert kind == "image/svg+xml"
    assert read(f"{site}/favicon.ico") == (picture, kind)


def test_who_has_the_icon_is_not_sent_it_again(site):
    with urllib.request.urlopen(f"{site}/icon.svg", timeout=60) as answer:
        tag = answer.headers["etag"]
        assert answer.headers["cache-control"] == "no-cache"
    with pytest.raises(urllib.error.HTTPError, match="304"):
        read(f"{site}/icon.svg", **{"if-none-match": tag})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_icon_is_ours_once_the_page_has_run_and_has_the_hues_of_both_countries(page, opened, site, scheme):
    opened(page, "/trade")
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(ICONS) == [f"{site}/icon.svg"]
    *bars, beside = page.evaluate(DRAWN, f"{site}/icon.svg?{scheme}")
    canada, mexico = THEME[scheme]["chartCategoricalColors"][:2]
    assert [f"#{red:02X}{green:02X}{blue:02X}" for red, green, blue, _ in bars] == [mexico, canada]
    assert beside[3] == 0, "no paper of its own: a tab may be light or dark"
