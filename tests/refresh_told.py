"""A source without a network: its adapter with any answer at all, many of them in a second."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd

from data.refresh.answers import Answer, Check
from data.refresh.settings import adapter, settings
from data.refresh.web import Secret, Web
from tests.official import Request, World, routes
from tests.refresh_store import Unseen

CHANGED = "Wed, 04 Nov 2026 13:30:00 GMT"
Tell = Callable[[str, bytes], bytes]


@cache
def _right(agencies: str, method: str, place: str, body: bytes) -> bytes:
    """What they rightly answer, of a small world."""
    return routes.answer(
        World(first_year=2025, first_position_year=2024), Request(method, place, {}, body), agencies
    ).body


class Told(Web):
    """What the agencies rightly answer, each as `tell` gives it on, by its address."""

    def __init__(self, source: str, agencies: str, folder: Path, tell: Tell) -> None:
        super().__init__(settings(source), {}, folder, Unseen())
        self._agencies, self._tell = agencies, tell

    def _once(self, url: str, is_whole: Check, secret: Secret, digest: Callable[[Path], str]) -> Answer:
        return self._given("GET", url, b"", is_whole)

    def _post(self, url: str, body: object, is_whole: Check) -> Answer:
        return self._given("POST", url, json.dumps(body).encode(), is_whole)

    def _given(self, method: str, url: str, body: bytes, is_whole: Check) -> Answer:
        right = _right(self._agencies, method, url.removeprefix(self._agencies), body)
        place = self._place(method + url)
        place.write_bytes(self._tell(url, right))
        return self._checked(Answer(url, place, "", CHANGED, True), is_whole)

    def figures(self) -> pd.DataFrame:
        """What the adapter makes of it."""
        return adapter(self.settings.module).ask(self, self.settings)[1]
