"""A note on the screen: the same words as in its files, with the charts of the site."""

from collections.abc import Sequence

import streamlit as st

from extracts.notes import Line, Part, numbered
from extracts.notes.note import runs
from pages.briefing.note import Briefing
from ui import blocks, figure


def draw(briefing: Briefing, files: Sequence[tuple[str, str]]) -> None:
    """The sheet from its title to its sources, with links to its files; charts stand where their parts say so."""
    note = briefing.note
    with st.container(key="note"):
        waiting = [blocks.render("note_head", kind=note.kind, day=note.day_in_words, title=note.title, files=files)]
        for group in _beside(note.parts):
            waiting.append(blocks.render("note_parts", parts=[_part(part) for part in group]))
            for picture in (picture for part in group for picture in part.pictures):
                if waiting:
                    blocks.show(*waiting)
                waiting = []
                figure.draw(briefing.figures[picture.name])
        blocks.show(*waiting, blocks.render("note_papers", note=note))


def _beside(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts in their order, two together where they stand next to each other."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and groups[-1][-1].beside and len(groups[-1]) == 1:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _part(part: Part) -> dict[str, object]:
    return {
        "title": part.title,
        "is_list": part.is_list or len(part.lines) > 1,
        "lines": [_line(x) for x in part.lines],
    }


def _line(line: Line) -> dict[str, object]:
    return {"line": line, "runs": runs(line.words), "numbers": numbered(line.sources)}
