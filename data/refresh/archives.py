"""Zips from agencies: whole, of bearable size, and their members as text."""

import lzma
import zipfile
import zlib
from pathlib import Path

from data.refresh import forms
from data.refresh.answers import Check, host
from data.refresh.problems import SourceProblem, TryAgain
from data.refresh.settings import SourceSettings

ZIP_START = b"PK\x03\x04"


def whole(settings: SourceSettings) -> Check:
    """A check on a file: TryAgain where it is no whole zip, SourceProblem where it unpacks to more than the limit.

    Downloads are cut mid-stream now and then. Nothing is unpacked beyond the sizes a zip announces.
    """

    largest_mb = settings.largest_unpacked_mb
    damaged = f"The zip of {host(settings.base_url)} came cut off or damaged; try later."

    def check(path: Path) -> None:
        with path.open("rb") as file:
            if file.read(len(ZIP_START)) != ZIP_START:
                raise forms.otherwise(path, settings, "a zip")
        try:
            with zipfile.ZipFile(path) as archive:
                if sum(about.file_size for about in archive.infolist()) > largest_mb * 1_000_000:
                    raise SourceProblem(f"The zip unpacks to more than {largest_mb} MB, the limit set.")
                broken = archive.testzip()
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError) as error:
            raise TryAgain(damaged) from error
        except RuntimeError as error:
            raise SourceProblem("The zip cannot be opened: it is encrypted, or packed in a way not known.") from error
        if broken:
            raise TryAgain(damaged)

    return check


def member(path: Path, name: str) -> bytes:
    """The content of a member of a zip that passed its check. Raises SourceProblem where it is missing."""
    with zipfile.ZipFile(path) as archive:
        if name not in archive.namelist():
            raise SourceProblem(f"The zip holds no {name}; it holds {', '.join(archive.namelist()[:3])}.")
        return archive.read(name)
