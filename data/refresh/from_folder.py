"""Answers that a person downloaded by hand, or kept from earlier, in place of the network; the same checks hold."""

import hashlib
import json
import shutil
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from data.refresh.answers import Answer, Check
from data.refresh.download import Watcher
from data.refresh.problems import NotThere
from data.refresh.settings import SourceSettings
from data.refresh.web import Secret, Web


class Folder(Web):
    """A source in a folder. An answer is found by the address in the .json beside it, as the store keeps it, else by
    the last part of its address: `ODP-TR-Study-IS_CITZ.csv`, `36100008-eng.zip`.

    Its day of publication is the one in that .json, else the day on which the file was last changed.
    """

    def __init__(
        self,
        folder: Path,
        settings: SourceSettings,
        known: dict[str, Answer],
        incoming: Path,
        watcher: Watcher,
        used: frozenset[Path] = frozenset(),
    ) -> None:
        super().__init__(settings, known, incoming, watcher, used)
        self._from = folder
        self._described = _described(folder)

    def _once(self, url: str, is_whole: Check, secret: Secret, digest: Callable[[Path], str]) -> Answer:
        path, tags = self._found(url)
        copy = self._place(url)
        shutil.copyfile(path, copy)
        return self._checked(Answer(url, copy, *tags, True), is_whole, digest)

    def _post(self, url: str, body: Any, is_whole: Check) -> Answer:
        asked = f"{url}#{hashlib.sha256(json.dumps(body).encode()).hexdigest()[:12]}"
        return self._once(asked, is_whole, Secret(), lambda path: "")

    def _found(self, url: str) -> tuple[Path, tuple[str, str]]:
        address = urlsplit(url)
        path, about = self._described.get(f"{address.path}?{address.query}#{address.fragment}", (None, {}))
        if path is None:
            path = self._from / unquote(Path(address.path).name)
        if not path.is_file() or (address.fragment and not about):
            raise NotThere(f"{self._from} holds no {unquote(Path(address.path).name)}, which answers {url}.")
        changed = about.get("last_modified") or formatdate(path.stat().st_mtime, usegmt=True)
        return path, ("", changed)


def _described(folder: Path) -> dict[str, tuple[Path, dict[str, Any]]]:
    """Of each address in a .json below the folder the newest file it describes, without the host."""
    found: dict[str, tuple[Path, dict[str, Any]]] = {}
    for place in sorted(folder.rglob("*.json")):
        try:
            about = json.loads(place.read_text(encoding="utf-8"))
        except ValueError:
            continue
        path = place.with_suffix("")
        if isinstance(about, dict) and path.is_file() and isinstance(about.get("url"), str):
            address = urlsplit(about["url"])
            found[f"{address.path}?{address.query}#{address.fragment}"] = (path, about)
    return found
