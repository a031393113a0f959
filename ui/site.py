"""The pages of the site: each declares itself in its own folder, and is found there."""

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

    draw: Callable[..., None]
    tables: Sequence[str] = ()
    has_rows: Callable[[], bool] = _always


@dataclass(frozen=True)
class Page:
    """What a page's folder declares as `PAGE`: its place in the menu and its views, the first of them open by default.

    Its words are messages by the name of the folder: `menu.PAGE`, `PAGE.question`, and where it has views
    `PAGE.views` and `PAGE.view.VIEW`.
    """

    place: int
    views: Mapping[str, View] = field(default_factory=dict)


@cache
def pages() -> dict[str, Page]:
    """Every page by its name, which is its address, in the order of the menu; the first is the front page."""
    names = [path.parent.name for path in FOLDER.glob("*/page.py")]
    found: dict[str, Page] = {name: importlib.import_module(f"pages.{name}").PAGE for name in names}
    return dict(sorted(found.items(), key=lambda declared: declared[1].place))


def script(page: str) -> Path:
    """The script of a page."""
    return FOLDER / page / "page.py"
