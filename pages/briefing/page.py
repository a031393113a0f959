"""What should somebody know before the meeting? A note of one page or more, to read, print and take along."""

from urllib.parse import urlencode

import streamlit as st

from data import clock
from pages.briefing import choices, screen
from pages.briefing.choices import NAME, Choices, topic_name
from pages.briefing.files import FORMS
from pages.briefing.note import Briefing, made
from ui import filters, numbers, page
from ui.language import count, current, text
from ui.site import Page
from ui.take import site


def show() -> None:
    """The page from its question to the sources of the note."""
    page.question(NAME)
    answer = st.container()
    with filters.bar():
        chosen = choices.choose(clock.today())
    today = clock.today().isoformat()
    briefing = made(chosen, today, site())
    with answer:
        page.answer(_answer(chosen, briefing))
    screen.draw(briefing, [(_address(form, chosen, today), text(f"briefing.as.{form}")) for form in FORMS])


def _answer(chosen: Choices, briefing: Briefing) -> str:
    """What the note is about and how many publishers stand behind it."""
    topics = count("briefing.count", len(chosen.topics), n=numbers.decimal(len(chosen.topics)))
    if len(chosen.topics) == 1:
        topics = topic_name(chosen.topics[0])
    sources = len(briefing.note.sources)
    return text(
        "briefing.answer",
        topics=topics,
        day=numbers.day(clock.today()),
        sources=count("briefing.count.sources", sources, n=numbers.decimal(sources)),
    )


def _address(form: str, chosen: Choices, today: str) -> str:
    asked = urlencode({"lang": current(), **chosen.params(today)}, safe=",")
    return f"{NAME}.{form}?{asked}"


PAGE = Page(
    place=10,
    show=show,
    elements=("ArrowVegaLiteChart", "Slider", "Multiselect", "TextInput", "ButtonGroup"),
    below=("Checkbox",),
    picture_width=0,
)
