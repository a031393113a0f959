"""HTML and numbers as plain lines: what is read, where links lead, which class says how it looks."""

import hashlib
import math
from html.parser import HTMLParser

import pandas as pd

from tests.visits import without_explanations

# A space that does not break a line looks like any other; here it is seen.
HARD_SPACE = "⍽"
LONGEST = 60
FIRST, LAST = 40, 5
INLINE = {"a", "strong", "em", "span", "small", "u", "br", "b", "i", "code"}
CHOSEN = ("title", "alt", "aria-current", "aria-label", "open", "id", "style")
BLOCK_SPACE = " \t\r\n"


def visible(text):
    """Text on one line, its hard spaces seen."""
    soft = " ".join(part for part in text.replace("\n", " ").split(" ") if part)
    return soft.replace("\u00a0", HARD_SPACE).replace("\u202f", HARD_SPACE)


def value(cell):
    """A cell as text, numbers with nine digits: sums of many products differ beyond them from run to run."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return "–" if math.isnan(cell) else f"{cell:.9g}"
    if cell is None or cell is pd.NaT or cell is pd.NA:
        return "–"
    if isinstance(cell, pd.Timestamp):
        return str(cell.date()) if cell == cell.normalize() else str(cell)
    return visible(str(cell))


def shortened(lines):
    """Very many lines by their first and last, with a hash of them all."""
    if len(lines) <= LONGEST:
        return lines
    left_out = f"… {len(lines) - FIRST - LAST} more lines; all of them: {digest(chr(10).join(lines).encode())}"
    return [*lines[:FIRST], left_out, *lines[-LAST:]]


def digest(content):
    return f"sha256 {hashlib.sha256(content).hexdigest()[:16]}"


class Lines(HTMLParser):
    """One line per block of HTML: its tag and class, then its text, with links and marks in brackets."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines, self.words, self.heads, self.closing = [], [], [""], []

    def handle_starttag(self, tag, attrs):
        about = dict(attrs)
        kept = "".join(
            f" {name}={about[name] or 'yes'}" for name in CHOSEN if about.get(name, "") != "" or name in about
        )
        name = tag + "".join(f".{part}" for part in (about.get("class") or "").split())
        if tag == "br":
            self.words.append(" / ")
        elif tag in INLINE:
            self._open_inline(tag, about, name, kept)
        else:
            self._end_of_line()
            self.heads.append(name + kept)

    def _open_inline(self, tag, about, name, kept):
        if tag == "strong":
            self.words.append("**")
            self.closing.append("**")
        elif tag == "a":
            self.words.append("[")
            self.closing.append(f" → {about.get('href')}{kept}]")
        else:
            is_plain = name == tag and not kept
            self.words.append("" if is_plain and tag == "span" else f"<{name}{kept}> ")
            self.closing.append(" ")

    def handle_endtag(self, tag):
        if tag == "br":
            return
        if tag in INLINE:
            self.words.append(self.closing.pop())
        else:
            self._end_of_line()
            self.heads.pop()

    def handle_data(self, data):
        self.words.append(data)

    def _end_of_line(self):
        text = visible("".join(self.words))
        self.words = []
        if text:
            self.lines.append(f"{self.heads[-1]}: {text}" if self.heads[-1] else text)


def of_html(body):
    """The lines of a piece of HTML; styles are left out, and what stands on every page: the search and its terms."""
    if body.lstrip().startswith(("<style", '<form class="search"')):
        return []
    parser = Lines()
    parser.feed(without_explanations(body))
    parser._end_of_line()
    return shortened(parser.lines)
