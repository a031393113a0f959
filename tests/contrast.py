"""Contrast after WCAG 2.2, and the colours that the site is really drawn in: theme, style sheets, records of charts."""

import re
import tomllib

from tests.visits import ROOT
from ui.charts.palette import IDEAS
from ui.shell import STYLES

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
SCHEMES = ("light", "dark")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAIR = re.compile(r"light-dark\((#\w{6}), (#\w{6})\)")


def ratio(one, other):
    """How far apart two colours are: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    parts = [part / 255 for part in channels(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def channels(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def through(colour, strength, ground):
    """A colour of this opacity on a ground."""
    mixed = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(strength * top + (1 - strength) * below):02X}" for top, below in mixed)


def grounds(scheme):
    """What the page, its fields and its sidebar are painted with."""
    theme = THEME[scheme]
    return [
        part[name] for part in (theme, theme["sidebar"]) for name in ("backgroundColor", "secondaryBackgroundColor")
    ]


def ideas(scheme):
    """Every idea of the charts with its hue."""
    return dict(zip(IDEAS, THEME[scheme]["chartCategoricalColors"], strict=True))


def rules():
    """(selector, {property: value}) of all style sheets in their order; forced colours are the reader's own."""
    for name in STYLES:
        text = COMMENT.sub("", (ROOT / "ui" / f"{name}.css").read_text(encoding="utf-8"))
        for selector, body in RULE.findall(text.partition("@media (forced-colors")[0]):
            declared = (part.partition(":") for part in body.split(";") if part.strip())
            yield selector.strip(), {key.strip(): value.strip() for key, _, value in declared}


def painted(value, scheme):
    """The colour of a value that has one for each scheme; None where it has none of its own."""
    found = PAIR.search(value or "")
    return found[1 + SCHEMES.index(scheme)] if found else None
