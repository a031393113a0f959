"""A title and the line under it are one line each at a desk of 1440 pixels, in every language and recorded state."""

import re
from pathlib import Path

import font_source_sans_pro
import pandas as pd
import pytest
from PIL import ImageFont

import queries
from data import catalog
from data.catalog import LANGUAGES
from pages.trade import months, months_of_mexico, sectors, slopes
from ui import language as languages
from ui import numbers
from ui.filters import Years
from ui.titles import LONGEST, brief, fitting

SEEN = Path(__file__).resolve().parent / "seen"
SUBTITLE = re.compile(r"^\(?p\.subtitle: (.+?)(?: ‹as in .*)?$")
TITLE = re.compile(r"^\(?h2\.finding: (.+?)(?: ‹as in .*)?$")
# The column of a page, and how large the words are: `.subtitle` in ui/style.css. The head of a note wraps by design.
ROOM, SIZE, FINE = 940, 14, 10
MOST_OF_A_NAME = 27
WRAPS = ("<span.see-also>",)
FONT = ImageFont.truetype(font_source_sans_pro.SourceSansPro, SIZE * FINE)


def width(words):
    """Pixels that words take as a browser draws them."""
    return FONT.getlength(words.replace("⍽", "\u00a0").replace("**", "")) / FINE


def said(language, what):
    """Every title, or every subtitle, with the record it stands in."""
    for path in sorted(SEEN.glob(f"*.{language}.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if (found := what.match(line.strip())) and not any(mark in found[1] for mark in WRAPS):
                yield path.name, found[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_subtitle_is_one_line(language):
    found = list(said(language, SUBTITLE))
    assert len(found) > 100
    assert [(name, words) for name, words in found if width(words) > ROOM] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_short(language):
    found = list(said(language, TITLE))
    assert len(found) > 100
    assert [(name, words) for name, words in found if len(words.replace("**", "")) > LONGEST] == []


def test_a_long_one_is_measured():
    assert width("Puntos de la tasa efectiva por grupo de aranceles, en porcentaje. " * 4) > ROOM


def test_the_first_wording_that_fits_is_taken():
    """The last one stands where none fits; what is in brackets at the end of a name goes first."""
    long, short = "Vehicles " * 9, "Vehicles"
    assert fitting(long, short) == fitting(short, long) == short
    assert fitting(long, long + short) == long + short
    assert brief("Motor vehicle parts (auto parts)") == "Motor vehicle parts"
    assert brief("Optical (and other) instruments") == "Optical (and other) instruments"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_name_of_a_sector_is_no_longer_than_its_own(language):
    names = queries.ask("sectors", lang=language).frame
    short = {code: words[language] for code, words in catalog.code_groups()["sector_brief"].items()}
    assert set(names["sector"]) <= set(short)
    assert max(map(len, short.values())) <= MOST_OF_A_NAME
    assert all(len(short[code]) <= len(name) for code, name in zip(names["sector"], names["name"], strict=True))


def test_words_at_the_start_of_a_slope_stand_apart():
    """Both years share a scale: what is apart among small first values may touch on it."""
    starts = pd.Series({"12": 0.20, "03": 0.17})
    assert slopes._apart(starts, greatest=2.1) == {"12"}
    assert slopes._apart(starts, greatest=0.2) == {"12", "03"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_industries_are_headed_by_their_widest_gap(language):
    """By name where that fits on one line."""
    with languages.speaking(language):
        named = 0
        for sector in queries.ask("sectors", lang=language).frame["sector"]:
            if not (made := sectors.by_industry("oecd", 2022, (sector,))):
                continue
            rows = made.answer.frame
            widest = rows.loc[(rows["exports_usd_m"] - rows["imports_usd_m"]).abs().idxmax()]
            assert numbers.drawn(abs(widest["exports_usd_m"] - widest["imports_usd_m"]), "usd") in made.finding
            assert len(made.finding) <= LONGEST
            named += made.finding.startswith(brief(widest["industry_name"]))
        assert named > 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_without_a_year_before_are_headed_by_their_last(language):
    first = queries.ask("trade_monthly", partner="MEX").frame["month"].min().year
    with languages.speaking(language):
        for made, bought, sold in (
            (months.of_canada(Years(first, first), "cad", "months"), "imports_cad_m", "exports_cad_m"),
            (months_of_mexico.picture(Years(1995, 1995), "months"), "exports_usd_m", "imports_usd_m"),
        ):
            last = made.answer.frame.dropna(subset=[bought]).iloc[-1]
            amount, back = (numbers.drawn(last[flow], flow.split("_")[1]) for flow in (bought, sold))
            assert made.finding.startswith(numbers.at_start(numbers.month(last["month"])))
            assert amount in made.finding
            assert made.finding.index(amount) < made.finding.index(back)
            assert len(made.finding) <= LONGEST
