"""A feed as Atom (RFC 4287) and as JSON Feed 1.1; the same rows give the same bytes."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from typing import Any

from extracts.feeds.entries import Entry

HOST = "canada-mexico-policy-dashboard"
# When the names of entries were given out: part of a tag (RFC 4151), and never to be changed.
NAMED_IN = "2026"


@dataclass(frozen=True)
class Whole:
    """A feed with its entries: `own` is its address, `home` that of its page, `updated` the newest day in it."""

    name: str
    title: str
    author: str
    language: str
    site: str
    own: str
    home: str
    updated: date
    entries: tuple[Entry, ...]

    def tag(self, code: str = "") -> str:
        """What a feed, or an entry of it, is called for ever, in each language."""
        return f"tag:{HOST},{NAMED_IN}:{self.name}/{self.language}{'/' + code if code else ''}"


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def as_atom(of: Whole) -> bytes:
    """The feed as Atom."""
    import feedgenerator

    class Dated(feedgenerator.Atom1Feed):
        """A feed that is as old as its newest entry, where the library would look at the clock."""

        def latest_post_date(self) -> datetime:
            return _moment(of.updated)

    feed = Dated(
        title=of.title,
        link=of.home,
        description="",
        language=of.language,
        author_name=of.author,
        feed_url=of.own,
        feed_guid=of.tag(),
    )
    for entry in of.entries:
        feed.add_item(
            title=entry.title,
            link=of.site + entry.place,
            # Atom readers take a summary of this library for HTML.
            description=escape(entry.says),
            unique_id=of.tag(entry.code),
            pubdate=_moment(entry.day),
            updateddate=_moment(entry.day),
            categories=[entry.subject],
        )
    written: bytes = feed.writeString("utf-8").encode()
    return written


def as_json(of: Whole) -> bytes:
    """The feed as JSON Feed."""
    about = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": of.title,
        "home_page_url": of.home,
        "feed_url": of.own,
        "language": of.language,
        "authors": [{"name": of.author}],
        "items": [_item(entry, of) for entry in of.entries],
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode()


def _item(entry: Entry, of: Whole) -> dict[str, Any]:
    outside = {"external_url": entry.source} if entry.source else {}
    return {
        "id": of.tag(entry.code),
        "url": of.site + entry.place,
        **outside,
        "title": entry.title,
        "content_text": entry.says,
        "date_published": _moment(entry.day).isoformat(),
        "tags": [entry.subject],
    }


@dataclass(frozen=True)
class Form:
    """A form of feeds: its media type and its writer."""

    media_type: str
    write: Callable[[Whole], bytes]


FORMS = {
    "atom": Form("application/atom+xml; charset=utf-8", as_atom),
    "json": Form("application/feed+json; charset=utf-8", as_json),
}
