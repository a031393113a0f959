"""Who published what stands on a page: the line under a figure, and the same as a list."""

from collections.abc import Sequence

from data import source_words
from data.catalog.source_model import Cited
from queries import Answer
from ui import blocks, words
from ui.language import current, text

OURS = "This project"


def paragraph(*answers: Answer) -> str:
    """The paragraph that names the sources of what was drawn."""
    return f'<p class="source">{_line(*(answer.entries() for answer in answers))}</p>'


def _line(*entries_of: Sequence[Cited]) -> str:
    """Publishers and vintages of the sources of one answer or several, in one line; full titles stand on hover."""
    return blocks.render("source_line", label=text("figure.source"), sources=by_publisher(*entries_of))


def by_publisher(*entries_of: Sequence[Cited]) -> list[dict[str, str]]:
    """Sources of one answer or several by publisher: its code, name with vintages, titles with their language, address.

    What this project wrote itself (lists, names) is named only for an answer that has nothing else.
    """
    groups: dict[str, list[Cited]] = {}
    for entries in entries_of:
        for entry in [entry for entry in entries if entry.publisher != OURS] or entries:
            group = groups.setdefault(entry.publisher, [])
            if entry not in group:
                group.append(entry)
    named = []
    for publisher, group in groups.items():
        vintages = ", ".join(dict.fromkeys(entry.vintage for entry in group))
        titles = words.titles(group)
        named.append(
            {
                "publisher": publisher,
                "name": f"{words.code('publishers', publisher)} ({vintages})",
                "titles": titles.words,
                "titles_lang": titles.language,
                "lang": current(),
                "url": source_words.address(group[0].url, current()),
            }
        )
    return named
