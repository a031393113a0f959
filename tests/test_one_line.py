"""Over a chart stands one line at a desk of 1440 pixels, in every language and every recorded state."""

import re
from pathlib import Path

import font_source_sans_pro
import pytest
from PIL import ImageFont

from data.catalog import LANGUAGES

SEEN = Path(__file__).resolve().parent / "seen"
SUBTITLE = re.compile(r"^\(?p\.subtitle: (.+?)(?: ‹as in .*)?$")
# The column of a page, and how large the words are: `.subtitle` in ui/style.css. The head of a note wraps by design.
ROOM, SIZE, FINE = 940, 14, 10
WRAPS = ("<span.see-also>",)
FONT = ImageFont.truetype(font_source_sans_pro.SourceSansPro, SIZE * FINE)


def width(words):
    """Pixels that words take as a browser draws them."""
    return FONT.getlength(words.replace("⍽", "\u00a0").replace("**", "")) / FINE


def subtitles(language):
    for path in sorted(SEEN.glob(f"*.{language}.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if (found := SUBTITLE.match(line.strip())) and not any(mark in found[1] for mark in WRAPS):
                yield path.name, found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subtitle_is_one_line(language):
    found = dict(subtitles(language))
    assert len(found) > 30
    assert {name: said for name, said in subtitles(language) if width(said) > ROOM} == {}


def test_a_long_one_is_measured():
    assert width("Puntos de la tasa efectiva por grupo de aranceles, en porcentaje. " * 4) > ROOM
