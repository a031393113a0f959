"""What was tested and how, what helps, what the platform still prevents, and whom to write to."""

from datetime import date

from queries.settings import settings
from ui import blocks, numbers
from ui.language import text
from ui.rows import LARGEST_TABLE

# The day on which all of it was last looked at.
LOOKED_AT = date(2026, 11, 29)
STREAMLIT = "https://github.com/streamlit/streamlit/issues"
VEGA_LITE = "https://github.com/vega/vega-lite/issues"


def draw() -> None:
    """The statement, as one block."""
    contact = settings().security_contact
    blocks.show(
        blocks.render(
            "accessibility",
            parts=[(text("accessibility.tested"), _tested()), (text("accessibility.helps"), _helps())],
            prevents=text("accessibility.prevents"),
            prevented=_prevented(),
            write=text("accessibility.write"),
            says=text("accessibility.write.to") if contact else text("accessibility.write.nobody"),
            contact=contact,
            written=contact.removeprefix("mailto:"),
            day=text("accessibility.day", day=numbers.day(LOOKED_AT)),
        )
    )


def _tested() -> list[str]:
    return [
        text("accessibility.tested.1"),
        text("accessibility.tested.2"),
        text("accessibility.tested.3"),
        text("accessibility.tested.4"),
    ]


def _helps() -> list[str]:
    return [
        text("accessibility.helps.1"),
        text("accessibility.helps.2"),
        text("accessibility.helps.3"),
        text("accessibility.helps.4"),
        text("accessibility.helps.5"),
    ]


def _prevented() -> list[tuple[str, str, str]]:
    """What Streamlit and Vega-Lite do not let a site do, each with the name and the address of its issue."""
    return [
        (text("accessibility.prevents.grid", n=LARGEST_TABLE), "streamlit#13332", f"{STREAMLIT}/13332"),
        (text("accessibility.prevents.marks"), "vega-lite#6603", f"{VEGA_LITE}/6603"),
        (text("accessibility.prevents.focus"), "streamlit#11141", f"{STREAMLIT}/11141"),
        (text("accessibility.prevents.words"), "streamlit#1353", f"{STREAMLIT}/1353"),
    ]
