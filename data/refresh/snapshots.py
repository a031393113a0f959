"""Raw snapshots: every answer that was used, as it came, with its checksum, address, retrieval and vintage."""

import json
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from data import store
from data.refresh.answers import Answer


def keep(source: str, answers: Sequence[Answer], retrieved: datetime) -> list[dict[str, Any]]:
    """Move new answers into `raw/<source>` of the store, never over another file; what is known of all of them."""
    folder = store.folder() / "raw" / source
    folder.mkdir(parents=True, exist_ok=True)
    return [_kept(answer, folder, retrieved) for answer in answers]


def _kept(answer: Answer, folder: Path, retrieved: datetime) -> dict[str, Any]:
    if not answer.is_new:
        return dict(json.loads(_about(answer.path).read_text(encoding="utf-8")))
    digest = store.sha256(answer.path)
    name = Path(urlsplit(answer.url).path).name or "answer"
    # A refresh killed between the two leaves a file without its description; that one does not count.
    kept = (path for path in folder.glob(f"*-{digest[:12]}-{name}") if _about(path).is_file())
    again = next((path for path in kept if store.sha256(path) == digest), None)
    if again is not None:
        answer.path.unlink()
        return dict(json.loads(_about(again).read_text(encoding="utf-8")))
    path = folder / f"{retrieved:%Y%m%dT%H%M%SZ}-{digest[:12]}-{name}"
    with answer.path.open("rb+") as file:
        os.fsync(file.fileno())
    answer.path.replace(path)
    about = {
        "file": path.relative_to(store.folder()).as_posix(),
        "url": answer.url,
        "sha256": digest,
        "bytes": path.stat().st_size,
        "retrieved": f"{retrieved:%Y-%m-%dT%H:%M:%SZ}",
        "vintage": f"{answer.published_on():%Y-%m-%d}",
        "etag": answer.etag,
        "last_modified": answer.last_modified,
    }
    store.write_whole(_about(path), json.dumps(about, indent=1, ensure_ascii=False).encode())
    return about


def _about(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


def known(entry: dict[str, Any]) -> dict[str, Answer]:
    """The answers a source gave when it was last used, by address, as far as they are still whole."""
    kept = ((about, store.folder() / about["file"]) for about in entry.get("files", []))
    return {
        about["url"]: Answer(about["url"], path, about["etag"], about["last_modified"], False)
        for about, path in kept
        if path.is_file() and _about(path).is_file() and store.sha256(path) == about["sha256"]
    }
