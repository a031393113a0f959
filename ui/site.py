"""The pages of the site: each declares itself in the file page.py of its own folder, and is found there."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "pages"


def _always() -> bool:
    return True


@dataclass(frozen=True)
class View:
    """One of a page's further figures: what draws it, the tables to be read with it, whether there is any of it yet.

    The function that draws is given what the page hands to `page.view`.
    """

    draw: Callable[..., object]
    tables: Sequence[str] = ()
    has_rows: Callable[[], bool] = _always


@dataclass(frozen=True)
class Page:
    """What a page declares as `PAGE`: its place in the menu, what shows it, its views, the first open by default.

    Its words are messages by the name of the folder: `menu.PAGE`, `PAGE.question`, `PAGE.description`, and where
    it has views `PAGE.views` and `PAGE.view.VIEW`. The search is not in the menu: its box is on every page.
    `elements` are Streamlit's that it shows down to its first figure, besides HTML, by the names of their scripts,
    `below` those that only follow it. `picture_width` are the pixels across its first picture at a desk, 0 where none
    stands on the first screen.
    """

    place: int
    show: Callable[[], None]
    elements: Sequence[str] = ()
    below: Sequence[str] = ()
    views: Mapping[str, View] = field(default_factory=dict)
    is_in_menu: bool = True
    picture_width: int = 940


@cache
def pages() -> dict[str, Page]:
    """Every page by its name, which is its address, in the order of the menu; the first is the front page."""
    names = [path.parent.name for path in FOLDER.glob("*/page.py")]
    found: dict[str, Page] = {name: importlib.import_module(f"pages.{name}.page").PAGE for name in names}
    return dict(sorted(found.items(), key=lambda declared: declared[1].place))
