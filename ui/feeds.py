"""Links from pages to the feeds of what they show."""

from collections.abc import Mapping

from extracts.feeds import entries
from ui.language import current, text


def link(name: str, params: Mapping[str, str] | None = None) -> tuple[str, str]:
    """(Address, words) of a feed in the reader's language, narrowed by parameters of its query."""
    return entries.address(name, "atom", current(), params).removeprefix("/"), text("feed.follow")
