"""A figure as a picture says all that it says on the page; drawing stays within its limits."""

import io
import os
import re
import signal
from functools import cache

import altair
import pytest
from PIL import Image

from pages.trade import totals
from tests.seen.charts import THEME
from ui import sources
from ui.filters import Years
from ui.language import speaking
from ui.pictures import theme
from ui.pictures.converter import Converter, NoPicture
from ui.pictures.fonts import PLAIN
from ui.pictures.made import SIGNS, Look, converter, picture
from ui.pictures.page import Type, broken, length

ADDRESS = "https://site.example/trade?from=2015&lang=fr"
TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


def balance(language):
    with speaking(language):
        return totals.balance(Years(1993, 2026), "cad", None)


def drawn(language, form, **look):
    with speaking(language):
        return picture(balance(language), form, ADDRESS, Look(**look))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_a_picture_says_what_the_figure_says(look):
    svg = drawn("fr", "svg", theme=look).decode()
    made, said = balance("fr"), " ".join(TEXT.findall(svg))
    with speaking("fr"):
        named = [source["name"] for source in sources.by_publisher(made.answer.entries())]
    words = [made.finding, made.line, "ALENA", "G$ CA achetés", *named, "chiffres du", ADDRESS]
    said = re.sub(r"\s+", " ", said.replace("&amp;", "&"))
    assert [part for part in words if re.sub(r"\s+", " ", part) not in said] == []
    hues = THEME[look]["chartCategoricalColors"]
    assert THEME[look]["backgroundColor"] in svg
    assert [hue for hue in hues[:2] if hue not in svg] == []
    assert theme.colour("ink", look) in svg


def test_without_events_a_picture_has_none():
    assert "ALENA" not in drawn("fr", "svg", events=False).decode()


def test_words_with_a_rim_are_written_over_it():
    """A program for slides that does not know `paint-order` would draw the rim over the letters."""
    svg = drawn("fr", "svg").decode()
    words = re.findall(r"<text([^>]*)>([^<]*ALENA[^<]*)<", svg)
    assert [(" stroke=" in how, text.strip()) for how, text in words] == [(True, "ALENA"), (False, "ALENA")]
    assert len({re.search('transform="[^"]*"', how)[0] for how, _ in words}) == 1


def test_a_png_has_letters_and_the_width_asked_for():
    image = Image.open(io.BytesIO(drawn("es", "png", width=640))).convert("L")
    assert image.width == 2 * 640
    # Without its font the drawing process draws no text, and says nothing.
    heading = image.crop((48, 60, image.width, 110))
    assert sum(dark > 60 for dark in heading.point(lambda grey: 255 - grey).getdata()) > 500


def test_the_font_has_what_is_written():
    words = "".join(text for language in ("en", "fr", "es") for text in TEXT.findall(drawn(language, "svg").decode()))
    assert [letter for letter in set(words) if is_missing(letter)] == []
    assert all(is_missing(chr(sign)) and not is_missing(instead) for sign, instead in SIGNS.items())


@cache
def is_missing(letter):
    from ui.pictures.page import _font

    nothing = _font(PLAIN).getmask("\uffff")
    shown = _font(PLAIN).getmask(letter)
    return shown.size == nothing.size and bytes(shown) == bytes(nothing)


def test_the_drawing_process_knows_the_charts_of_this_altair():
    import vl_convert

    assert altair.SCHEMA_VERSION.removeprefix("v").rpartition(".")[0] in vl_convert.get_vegalite_versions()


def test_a_process_that_dies_is_followed_by_another():
    process = converter()._places.queue[-1]
    drawn("en", "svg")
    os.kill(process._process.pid, signal.SIGKILL)
    process._process.wait()
    assert drawn("en", "svg", width=500).startswith(b"<svg")


def test_what_takes_too_long_is_stopped():
    slow = Converter(at_once=1, seconds=0.001)
    with pytest.raises(NoPicture, match="longer than"):
        slow.order("png", "<svg/>", 1)
    assert slow._places.queue[0]._process is None


def test_lines_are_no_wider_than_their_room_and_lose_no_word():
    words, of = f"{ADDRESS}&{'sector=' * 60} Année après année, çà et là", Type(14)
    lines = broken(words, of, 300)
    assert max(length(line, of) for line in lines) <= 300
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert broken(words, Type(14, most=2), 300)[1].endswith("…")
