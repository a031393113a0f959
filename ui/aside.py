"""A page drawn for nobody: its own filters read an address, and the figures that it would draw are taken instead.

So a figure has one place that knows how it follows from an address: its page. Streamlit's commands run as ever, and
what they would send goes nowhere.
"""

import threading
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ui.language import speaking

if TYPE_CHECKING:
    from ui.figure import Figure

# Who asks first decides for the whole process whether a folder of pages lies beside the main script. With no script
# named, the folder from which the site was started would count, and the next reader's page would be “not found”.
FRAME = str(Path(__file__).with_name("frame.py"))


@dataclass
class Taken:
    """What a page would have drawn: menu, answer, figures in their order, its remarks on the address."""

    menu: str = ""
    answer: str = ""
    figures: list["Figure"] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    has_events: bool = True


_taken: ContextVar[Taken | None] = ContextVar("taken_aside", default=None)


def taken() -> Taken | None:
    """What is being taken from a page that is drawn for nobody; None where somebody reads it."""
    return _taken.get()


def visit(page: str, params: Sequence[tuple[str, str]], language: str) -> tuple[Taken, frozenset[str]]:
    """What a page draws at an address in a language, and the names of the parameters that it looked at.

    Raises what the page raises where a table is missing or a query takes too long.
    """
    from streamlit.runtime.fragment import MemoryFragmentStorage
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
    from streamlit.runtime.pages_manager import PagesManager
    from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, add_script_run_ctx
    from streamlit.runtime.scriptrunner_utils.script_run_context_attr import SCRIPT_RUN_CONTEXT_ATTR_NAME
    from streamlit.runtime.state import SafeSessionState, SessionState

    from ui import filters, navigation, site, state

    context = ScriptRunContext(
        session_id="",
        _enqueue=lambda _: None,
        query_string=urlencode(params),
        session_state=SafeSessionState(SessionState(), lambda: None),
        uploaded_file_mgr=MemoryUploadedFileManager("/"),
        main_script_path=FRAME,
        user_info={},
        fragment_storage=MemoryFragmentStorage(),
        pages_manager=PagesManager(FRAME),
    )
    token = _taken.set(found := Taken())
    try:
        with speaking(language):
            add_script_run_ctx(threading.current_thread(), context)
            context.reset(context.query_string)
            filters.begin(page)
            site.pages()[page].show()
            found.has_events = filters.shows_events()
            found.menu = navigation.html(page)
            return found, state.looked_at()
    finally:
        setattr(threading.current_thread(), SCRIPT_RUN_CONTEXT_ATTR_NAME, None)
        _taken.reset(token)
