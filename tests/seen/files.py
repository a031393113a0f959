"""What the download buttons give: names, columns, rows, a hash of the content, and the sources that the zip cites."""

import csv
import io
import json
import re
import zipfile
from contextlib import contextmanager
from unittest import mock

from streamlit.runtime.media_file_manager import MediaFileManager

from tests.seen.words import digest, visible

DECIMAL = re.compile(r"-?\d+\.\d+(e-?\d+)?")


@contextmanager
def kept():
    """While a page runs, keep what its download buttons would make, by the id that the buttons carry."""
    makers = {}
    original = MediaFileManager.add_deferred

    def add(self, data_callable, mimetype, coordinates, file_name=None, **more):
        file_id = original(self, data_callable, mimetype, coordinates, file_name, **more)
        makers[file_id] = (file_name, mimetype, data_callable)
        return file_id

    with mock.patch.object(MediaFileManager, "add_deferred", add):
        yield makers


def lines(label, maker):
    """The lines of one download."""
    name, kind, make = maker
    content = make()
    content = content.encode() if isinstance(content, str) else content
    yield f"download “{visible(label)}”: {name} ({kind})"
    if name.endswith(".csv"):
        yield from (f"  {line}" for line in of_csv(content))
    elif name.endswith(".zip"):
        yield from (f"  {line}" for line in of_zip(content))
    else:
        yield f"  {digest(content)}"


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def written(cell, digits):
    """A cell of a file; sums of many products differ beyond these digits from run to run."""
    return f"{float(cell):.{digits}g}" if DECIMAL.fullmatch(cell) else cell


def digest_of(content):
    """A hash of a CSV's cells, numbers by the seven digits that every run gives."""
    return digest("\n".join("|".join(written(cell, 7) for cell in row) for row in read(content)).encode())


def of_csv(content):
    header, *rows = read(content)
    yield f"columns: {', '.join(header)}"
    yield f"{len(rows)} rows, {digest_of(content)}"
    for name, row in (("first", rows[:1]), ("last", rows[-1:])):
        if row:
            yield f"{name}: {visible(' | '.join(written(cell, 9) for cell in row[0]))}"


def of_zip(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    package = json.loads(members["datapackage.json"])
    csv_name = next(name for name in members if name.endswith(".csv"))
    yield f"holds: {', '.join(members)}; {csv_name} {digest_of(members[csv_name])}"
    yield f"link: {package['homepage']}"
    yield f"filters: {visible(json.dumps(package['filters'], ensure_ascii=False))}"
    for source in package["sources"]:
        yield f"cites: {visible(source['title'])} ({source['vintage']}) {source.get('path', '–')}"
    yield f"licences: {visible('; '.join(licence['title'] for licence in package['licenses']))}"
    titles = [f"{field['title']} [{field.get('unit', '–')}]" for field in package["resources"][0]["schema"]["fields"]]
    yield f"columns: {visible(' · '.join(titles))}; {len(package['caveats'])} caveats"
