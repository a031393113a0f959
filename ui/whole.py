"""A page whole: what it shows, what is said where that fails, and the footer, which also heads the page on paper."""

from collections.abc import Callable
from urllib.parse import urlencode

import queries
from data import clock
from queries import journal
from ui import blocks, failure, filters, numbers, site, state
from ui.language import current, text

# The page that says whom the site reaches; every footer leads to it.
STATEMENT = "accessibility"


def shown(name: str) -> Callable[[], None]:
    """What draws a page from its question to its footer; nothing of it outlives the page, so its end is its own."""

    def show() -> None:
        filters.begin(name)
        try:
            with journal.timed("page", name):
                site.pages()[name].show()
        except queries.Cancelled:
            # Nobody waits for the page; Streamlit ends it with the next element.
            pass
        except failure.KNOWN as error:
            failure.say(error)
        blocks.show(_footer())

    return show


def _footer() -> str:
    chosen = filters.said()
    return blocks.render(
        "footer",
        sentence=text("site.footer"),
        index=f"extracts?lang={current()}",
        all_data=text("site.addresses"),
        statement=(f"{STATEMENT}?{urlencode(state.language())}", text(f"menu.{STATEMENT}")),
        site=text("site.name"),
        day=numbers.day(clock.today()),
        address=filters.address(),
        chosen=text("print.filters", filters="; ".join(chosen)) if chosen else text("print.no_filters"),
    )
