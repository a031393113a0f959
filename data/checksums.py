"""What each table's file must be: the list SHA256SUMS beside them, which `sha256sum -c` reads too."""

from collections.abc import Collection
from pathlib import Path

from data import store

FILE = "SHA256SUMS"


def listed(folder: Path) -> dict[str, str]:
    """The checksum of every file in the list of a folder; none where the list is missing or cannot be read."""
    try:
        lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def is_as_listed(path: Path, known: dict[str, str]) -> bool:
    """Is a file the one that the list names? Raises OSError where it cannot be read."""
    return path.name in known and store.sha256(path) == known[path.name]


def write(folder: Path, fresh: Collection[Path]) -> None:
    """List what these files, `NAME.parquet.new`, hold, under the name they will take; others stay listed."""
    known = {**listed(folder), **{path.stem: store.sha256(path) for path in fresh}}
    lines = [f"{digest}  {name}\n" for name, digest in sorted(known.items())]
    store.write_whole(folder / FILE, "".join(lines).encode())
