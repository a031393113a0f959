"""A note as a file: put together, its charts drawn, written in a form."""

from collections.abc import Callable
from dataclasses import dataclass

from extracts.notes import Note
from pages.briefing.choices import Choices
from pages.briefing.note import Briefing, made
from ui.language import speaking

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Pixels of a chart: so wide that its letters are as large as those of the text, and lower where all is on one page.
WIDTH, LOW = 760, 232


def as_docx(briefing: Briefing) -> bytes:
    """The note for Word."""
    from extracts.notes.word import as_docx as written

    return written(briefing.note, _pictures(briefing, "png"))


def as_pdf(briefing: Briefing) -> bytes:
    """The note as PDF."""
    from extracts.notes.paper import as_pdf as written
    from ui.pictures.fonts import FOLDER

    return written(briefing.note, _pictures(briefing, "svg"), FOLDER)


def _pictures(briefing: Briefing, form: str) -> dict[str, bytes]:
    from ui.pictures.made import Look, picture

    note: Note = briefing.note
    look = Look(width=WIDTH, bare=True, panel=LOW if note.on_one_page else 0)
    return {name: picture(figure, form, note.address, look) for name, figure in briefing.figures.items()}


@dataclass(frozen=True)
class Form:
    """A form of notes: its media type and its writer."""

    media_type: str
    write: Callable[[Briefing], bytes]


FORMS = {"docx": Form(WORD, as_docx), "pdf": Form("application/pdf", as_pdf)}


def written(form: str, chosen: Choices, today: str, site: str, language: str) -> bytes:
    """The note as a file in a language. Raises NoPicture where a chart cannot be drawn in time."""
    with speaking(language):
        return FORMS[form].write(made(chosen, today, site))
