"""What stands around the charts of a picture: words broken into lines, and where each line stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markupsafe import Markup

from ui.pictures.fonts import FILES, PLAIN

MARGIN, GAP, SWATCH = 24, 12, 12
MORE = "…"
VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
NAMED = re.compile(r'(\bid="|url\(#|href="#)')


@dataclass(frozen=True)
class Type:
    """A size of letters, their weight, the most lines that there may be (0: as many as needed)."""

    size: int
    weight: int = PLAIN
    most: int = 0

    @property
    def line(self) -> int:
        """Pixels from line to line."""
        return round(self.size * 1.35)


@cache
def _font(weight: int) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(FILES[weight], 100)


def length(words: str, of: Type) -> float:
    """Pixels that words take on one line."""
    pixels: float = _font(of.weight).getlength(words) * of.size / 100
    return pixels


def broken(words: str, of: Type, width: int) -> list[str]:
    """The words in lines; where there may not be so many, the last ends in an ellipsis."""
    lines: list[str] = []
    for word in words.split(" "):
        if lines and length(f"{lines[-1]} {word}", of) <= width:
            lines[-1] += f" {word}"
        else:
            lines += _parts(word, of, width)
    if of.most and len(lines) > of.most:
        last = lines[of.most - 1]
        while last and length(last + MORE, of) > width:
            last = last[:-1]
        lines = [*lines[: of.most - 1], last.rstrip() + MORE]
    return lines


def _parts(word: str, of: Type, width: int) -> list[str]:
    """A word that is wider than a line, such as an address, in parts."""
    parts = [""]
    for letter in word:
        if length(parts[-1] + letter, of) > width:
            parts.append("")
        parts[-1] += letter
    return parts


@dataclass
class Page:
    """Lines, swatches and charts with their places; `down` is how far the page is filled."""

    width: int
    down: int = MARGIN
    lines: list[dict[str, Any]] = field(default_factory=list)
    swatches: list[dict[str, Any]] = field(default_factory=list)
    charts: list[dict[str, Any]] = field(default_factory=list)

    @property
    def inner(self) -> int:
        """Pixels between the margins."""
        return self.width - 2 * MARGIN

    def write(self, words: str, of: Type, idea: str) -> None:
        """Add words as lines in the colour of an idea."""
        for line in broken(words, of, self.inner):
            self.down += of.line
            baseline = self.down - round(of.line * 0.27)
            self.lines.append({"x": MARGIN, "y": baseline, "words": line, "of": of, "idea": idea})

    def skip(self, pixels: int = GAP) -> None:
        """Leave room."""
        self.down += pixels

    def legend(self, parts: Sequence[tuple[str, str, float]], of: Type) -> None:
        """Add names with their colours, beside each other as far as there is room."""
        left = MARGIN
        for name, idea, strength in parts:
            taken = SWATCH + 6 + round(length(name, of)) + 18
            if left > MARGIN and left + taken > self.width - MARGIN:
                left, self.down = MARGIN, self.down + of.line
            self.swatches.append({"x": left, "y": self.down + 4, "idea": idea, "strength": strength, "side": SWATCH})
            baseline = self.down + round(of.line * 0.75)
            self.lines.append({"x": left + SWATCH + 6, "y": baseline, "words": name, "of": of, "idea": "ink"})
            left += taken
        if parts:
            self.down += of.line

    def place(self, panels: Sequence[str], room: int = 0) -> None:
        """Add charts under each other as they are; where there is only so much room, all of them made smaller alike."""
        views = [tuple(float(side) for side in found) for panel in panels for found in VIEW.findall(panel)[:1]]
        widest, high = max((wide for wide, _ in views), default=1), sum(high for _, high in views)
        scale = min(self.inner / widest, room / high if room and high else 1)
        for place, (panel, (wide, tall)) in enumerate(zip(panels, views, strict=True)):
            # Drawn by Vega, which escapes words. Two charts may call a part of theirs by the same name.
            inside = Markup(NAMED.sub(rf"\g<1>p{place}-", panel))  # noqa: S704
            size = {"width": round(wide * scale, 2), "height": round(tall * scale, 2)}
            self.charts.append({"x": MARGIN, "y": self.down, **size, "view": (wide, tall), "inside": inside})
            self.down += round(tall * scale)
