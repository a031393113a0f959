"""Raw snapshots: every whole answer, used or refused, as it came, with its checksum, address, retrieval and vintage."""

import hashlib
import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data import clock, store
from data.refresh.answers import Answer


def _folder(source: str) -> Path:
    return store.folder() / "raw" / source


def keep(source: str, answer: Answer) -> Answer:
    """Move a whole answer into `raw/<source>` of the store, never over another file; the answer where it lies now.

    An answer that came before, to the byte, is that file, with what its source says of it now.
    """
    folder = _folder(source)
    folder.mkdir(parents=True, exist_ok=True)
    digest = store.sha256(answer.path)
    # Two addresses may give the same bytes, none at all for instance; each answer has a file of its own.
    asked = hashlib.sha256(urlsplit(answer.url)._replace(scheme="", netloc="").geturl().encode()).hexdigest()[:6]
    name = f"{asked}-{Path(urlsplit(answer.url).path).name or 'answer'}"
    # A file without its description does not count.
    kept = (path for path in folder.glob(f"*-{digest[:12]}-{name}") if _about(path).is_file())
    path = next((path for path in kept if store.sha256(path) == digest), None)
    is_new = path is None
    path = path or folder / f"{clock.now():%Y%m%dT%H%M%SZ}-{digest[:12]}-{name}"
    about = {
        "file": path.relative_to(store.folder()).as_posix(),
        "url": answer.url,
        "sha256": digest,
        "bytes": answer.path.stat().st_size,
        "retrieved": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
        "vintage": f"{answer.published_on():%Y-%m-%d}",
        "etag": answer.etag,
        "last_modified": answer.last_modified,
    }
    # The description comes first: a refresh killed between the two leaves the answer where the next one finds it.
    store.write_whole(_about(path), json.dumps(about, indent=1, ensure_ascii=False).encode())
    if is_new:
        with answer.path.open("rb+") as file:
            os.fsync(file.fileno())
        answer.path.replace(path)
    else:
        answer.path.unlink()
    return replace(answer, path=path)


def about(answer: Answer) -> dict[str, Any]:
    """What is known of an answer that is kept."""
    return dict(json.loads(_about(answer.path).read_text(encoding="utf-8")))


def _about(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def used(entry: dict[str, Any]) -> frozenset[Path]:
    """The kept answers that a refreshed source rests on."""
    return frozenset(store.folder() / about["file"] for about in entry.get("files", []))


def known(source: str, entry: dict[str, Any]) -> dict[str, Answer]:
    """The last whole answer at each address, whether it was used or refused; new is what the entry does not rest on.

    What says that it was changed later than tomorrow is asked for again: its source may have set its clock since.
    """
    tomorrow = f"{clock.now() + timedelta(days=1):%Y-%m-%d}"
    described = [json.loads(path.read_text(encoding="utf-8")) for path in _folder(source).glob("*.json")]
    newest = {about["url"]: about for about in sorted(described, key=lambda about: about["retrieved"])}
    whole = (about for about in newest.values() if about["vintage"] <= tomorrow and _is_whole(about))
    return {about["url"]: _answer(about, entry) for about in whole}


def _answer(about: dict[str, Any], entry: dict[str, Any]) -> Answer:
    path = store.folder() / about["file"]
    return Answer(about["url"], path, about["etag"], about["last_modified"], path not in used(entry))


def _is_whole(about: dict[str, Any]) -> bool:
    path = store.folder() / about["file"]
    return path.is_file() and store.sha256(path) == about["sha256"]
