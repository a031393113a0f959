"""Zips from agencies: whole, of bearable size, and their members as text."""

import zipfile
import zlib
from pathlib import Path

from data.sources.problems import SourceProblem, TryAgain

ZIP_START = b"PK\x03\x04"


def is_whole(path: Path) -> None:
    """Raise TryAgain where the file is no whole zip: downloads are cut mid-stream now and then."""
    try:
        with path.open("rb") as file:
            starts = file.read(len(ZIP_START)) == ZIP_START
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise TryAgain("The zip came cut off or damaged.") from error
    except (RuntimeError, NotImplementedError) as error:
        raise SourceProblem("The zip cannot be opened: it is encrypted, or packed in a way not known.") from error
    if not starts or broken:
        raise TryAgain("The zip came cut off or damaged.")


def member(path: Path, name: str, largest_mb: int) -> bytes:
    """The content of a member. Raises SourceProblem where it is missing or unpacks to more than the limit."""
    with zipfile.ZipFile(path) as archive:
        if name not in archive.namelist():
            raise SourceProblem(f"The zip holds no {name}; it holds {', '.join(archive.namelist()[:3])}.")
        if archive.getinfo(name).file_size > largest_mb * 1_000_000:
            raise SourceProblem(f"{name} unpacks to more than {largest_mb} MB, the limit set.")
        return archive.read(name)
