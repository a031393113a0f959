"""A note as PDF, set by typst from the template beside; all words reach it as data, none as markup."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from extracts.notes.note import Line, Note, Part, numbered, printable, runs

TEMPLATE = Path(__file__).with_name("note.typ")


def as_pdf(note: Note, pictures: Mapping[str, bytes], fonts: Path) -> bytes:
    """The note with its pictures (SVG by name), in the letters of a folder; the same note gives the same bytes."""
    import typst

    written: bytes = typst.compile(
        TEMPLATE,
        sys_inputs={"note": json.dumps(_data(note, pictures), ensure_ascii=False)},
        font_paths=[fonts],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=int(datetime.combine(note.day, time(), UTC).timestamp()),
    )
    return written


def _data(note: Note, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    language, _, region = note.locale.partition("_")
    return {
        "language": language,
        "region": region,
        **{name: printable(getattr(note, name)) for name in ("title", "kind", "site", "address")},
        "day": note.day_in_words,
        "on_one_page": note.on_one_page,
        "words": dict(note.words),
        "parts": [_part(part, pictures) for part in note.parts],
        "remarks": [printable(remark) for remark in note.remarks],
        "sources": [{"name": printable(source.name), "url": source.url} for source in note.sources],
    }


def _part(part: Part, pictures: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        **asdict(part),
        "title": printable(part.title),
        "lines": [_line(line) for line in part.lines],
        "pictures": [
            {
                "finding": printable(picture.finding),
                "subtitle": printable(picture.subtitle),
                "numbers": numbered(picture.sources),
                "svg": pictures[picture.name].decode(),
            }
            for picture in part.pictures
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "runs": [{"words": words, "bold": bold} for words, bold in runs(line.words)],
        "numbers": numbered(line.sources),
        "address": line.address,
        **{name: printable(getattr(line, name)) for name in ("when", "mark", "remark")},
    }
