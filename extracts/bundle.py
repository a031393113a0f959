"""Everything in one file: all tables, the queries as views, what each column means, descriptors, licences.

`python -m extracts.bundle FOLDER` writes it there with its checksum; the site serves the same bytes at /bundle.zip.
"""

import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import queries
from data import ROOT, catalog, editions
from data.editions import Edition
from data.store import write_whole
from extracts import croissant, descriptor, views
from extracts.files import FIXED_TIME, as_csv
from extracts.version import version

SUMS = "SHA256SUMS"


def written() -> bytes:
    """The bundle of the edition that this reader is answered from; the same edition gives the same bytes."""
    edition = editions.now()
    tables = {f"tables/{name}.parquet": _table(edition, name) for name in catalog.tables()}
    files = descriptor.files(tables)
    members = {
        **{_called("README", language): _readme(edition, language).encode() for language in catalog.LANGUAGES},
        **tables,
        "views.sql": views.written().encode(),
        "dictionary.csv": as_csv(descriptor.dictionary()),
        "datapackage.json": _json(descriptor.package(edition, files)),
        "croissant.json": _json(croissant.described(edition, files)),
        **{_licences(language): descriptor.licences(edition, language).encode() for language in catalog.LANGUAGES},
        "CITATION.cff": (ROOT.parent / "CITATION.cff").read_bytes(),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in members.items())
    return _zipped({**members, SUMS: sums.encode()})


def checksum(content: bytes) -> bytes:
    """The line that `sha256sum -c` reads for a bundle."""
    return f"{hashlib.sha256(content).hexdigest()}  bundle.zip\n".encode()


def _table(edition: Edition, name: str) -> bytes:
    """The file of a table as the site reads it. Raises TableUnavailable where the site could not."""
    if name in queries.unavailable():
        raise queries.TableUnavailable(name)
    return (edition.tables / f"{name}.parquet").read_bytes()


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _zipped(members: dict[str, bytes]) -> bytes:
    """A zip with fixed dates; Parquet is compressed in itself."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            packing = zipfile.ZIP_STORED if name.endswith(".parquet") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), content, packing)
    return buffer.getvalue()


def _called(name: str, language: str) -> str:
    """The file of this name in a language; the first one is not named."""
    return f"{name}.md" if language == catalog.LANGUAGES[0] else f"{name}.{language}.md"


def _licences(language: str) -> str:
    return _called("LICENCES", language)


def _readme(edition: Edition, language: str) -> str:
    words = {code: texts[language] for code, texts in catalog.codes("bundle").items()}
    parts = [
        words["tables"],
        words["views"].format(command="duckdb canada-mexico.duckdb < views.sql"),
        words["dictionary"],
        words["descriptors"],
        words["licences"].format(file=_licences(language)),
        words["sums"].format(file=SUMS),
    ]
    lead = words["version"].format(version=version(), edition=edition.name)
    return "\n".join([f"# {words['title']}", "", lead, "", *(f"- {part}" for part in parts), ""])


def main(arguments: list[str]) -> int:
    """Write bundle.zip and bundle.zip.sha256 into a folder."""
    folder = Path(*arguments[:1])
    folder.mkdir(parents=True, exist_ok=True)
    content = written()
    write_whole(folder / "bundle.zip", content)
    write_whole(folder / "bundle.zip.sha256", checksum(content))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
