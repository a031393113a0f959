"""Remarks on what a link asks for, as plain text: whoever makes a link must not put another one on the page."""

from ui import blocks

LONGEST_QUOTE = 80


def show(sentence: str) -> None:
    """The sentence in a box. It may hold words from the address; none of it is Markdown, so none becomes a link."""
    blocks.show(blocks.render("notice", sentence=sentence))


def quoted(given: str) -> str:
    """What somebody put into an address, short enough for a sentence."""
    return given[:LONGEST_QUOTE]
