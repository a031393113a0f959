"""Reads back what was served, for the tests of this folder."""

import csv
import io
import zipfile


def member(content: bytes, part: str) -> str:
    """The text of the first member of a zip whose name contains this."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    return archive.read(next(name for name in archive.namelist() if part in name)).decode("utf-8")


def rows(text: str, **how) -> list[dict[str, str]]:
    """The rows of a CSV by the names of its header."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), **how))
