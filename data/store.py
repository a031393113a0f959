"""The store of refreshed data: where it is, which edition is in force, checksums, and files written whole."""

import hashlib
import os
from pathlib import Path

from data import ROOT

POINTER = "current"


def folder() -> Path:
    """The folder refreshed data live in: `DATA_STORE`, else `data/refreshed`, which is not under version control."""
    return Path(os.environ.get("DATA_STORE") or ROOT / "refreshed")


def editions() -> Path:
    """The folder of all editions, each a folder of its own."""
    return folder() / "editions"


def edition_in_force() -> str:
    """The name the pointer holds. Raises FileNotFoundError where there is none, OSError or ValueError if unreadable."""
    return (folder() / POINTER).read_text(encoding="utf-8").strip()


def put_in_force(edition: str) -> None:
    """Let the pointer hold this name, at one instant."""
    write_whole(folder() / POINTER, f"{edition}\n".encode())


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, even if the machine stops."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
