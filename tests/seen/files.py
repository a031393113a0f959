"""What a reader takes along: names, columns, rows, a hash of the content, the sources that the zip cites, pictures."""

import csv
import io
import json
import re
import zipfile
from functools import cache
from html import unescape

from starlette.applications import Starlette
from starlette.testclient import TestClient

from data import catalog, written
from extracts.version import released, version
from tests.seen.words import digest, visible

SITE = "http://testserver"
FILE = re.compile(r'<a href="([^"]*)" download[^>]*>([^<]*)</a>')
POP_UP = re.compile(r"<summary>([^<]*)</summary><div>\s*(?:<code>(.*?)</code>)?", re.DOTALL)
FRAME = re.compile(r"&lt;iframe src=&#34;(.*?)&#34; title=&#34;(.*?)&#34; .*? height=&#34;(\d+)")
DECIMAL = re.compile(r"-?\d+\.\d+(e-?\d+)?")


@cache
def client():
    """The addresses of files and figures."""
    from extracts.routes import ROUTES
    from ui.pictures.routes import ROUTES as FIGURES

    asked = TestClient(Starlette(routes=[*ROUTES, *FIGURES]))
    # One loop for all addresses; by itself the client begins one, in a thread, for each.
    return asked.__enter__()


def taken(body):
    """The lines of what stands under a figure; the files that it had before it had others are read as a whole.

    Every address answers, and that of the figure alone with this figure.
    """
    found = [(unescape(address), unescape(label)) for address, label in FILE.findall(body)]
    opens = [(unescape(label), unescape(words)) for label, words in POP_UP.findall(body)]
    yield f"take: {visible(' · '.join([*(label for _, label in found), *(label for label, _ in opens)]))}"
    for address, label in found:
        if re.search(r"^(extracts|tables)/\w+\.(csv|zip)", address):
            answer = client().get(f"/{address}")
            name = re.search('filename="(.*)"', answer.headers["content-disposition"])[1]
            kind = answer.headers["content-type"].partition(";")[0]
            yield from lines(label, name, kind, answer.content)
    for address, title, high in FRAME.findall(body):
        framed, finding = unescape(unescape(address)).lstrip("/"), unescape(unescape(title))
        alone = client().get(f"/{framed}")
        assert alone.status_code == 200, f"{framed}: {alone.text}"
        assert finding in unescape(alone.text), f"{framed} is not “{finding}”"
        yield f"alone: {framed.partition('?')[0]}, height {high}"
    yield from (f"  code: {visible(of_any_edition(words))}" for _, words in opens if words)


def of_any_edition(words):
    """A citation without what the next version would change."""
    days = [written.day(language, released()) for language in catalog.languages().values()]
    for told in (version(), *days):
        words = words.replace(told, "‹the edition›")
    return words


def lines(label, name, kind, content):
    """The lines of one file."""
    yield f"download “{visible(label)}”: {name} ({kind})"
    if name.endswith(".csv"):
        yield from (f"  {line}" for line in of_csv(content))
    elif name.endswith(".zip"):
        yield from (f"  {line}" for line in of_zip(content))
    else:
        yield f"  {digest(content)}"


def read(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def rounded(cell, digits):
    """A cell of a file; sums of many products differ beyond these digits from run to run."""
    return f"{float(cell):.{digits}g}" if DECIMAL.fullmatch(cell) else cell


def digest_of(content):
    """A hash of a CSV's cells, numbers by the seven digits that every run gives."""
    return digest("\n".join("|".join(rounded(cell, 7) for cell in row) for row in read(content)).encode())


def of_csv(content):
    header, *rows = read(content)
    yield f"columns: {', '.join(header)}"
    yield f"{len(rows)} rows, {digest_of(content)}"
    for name, row in (("first", rows[:1]), ("last", rows[-1:])):
        if row:
            yield f"{name}: {visible(' | '.join(rounded(cell, 9) for cell in row[0]))}"


def of_zip(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    package = json.loads(members["datapackage.json"])
    csv_name = next(name for name in members if name.endswith(".csv"))
    yield f"holds: {', '.join(members)}; {csv_name} {digest_of(members[csv_name])}"
    yield f"link: {package['homepage'].removeprefix(SITE)}"
    yield f"filters: {visible(json.dumps(package['filters'], ensure_ascii=False))}"
    for source in package["sources"]:
        yield f"cites: {visible(source['title'])} ({source['vintage']}) {source.get('path', '–')}"
    yield f"licences: {visible('; '.join(licence['title'] for licence in package['licenses']))}"
    titles = [f"{field['title']} [{field.get('unit', '–')}]" for field in package["resources"][0]["schema"]["fields"]]
    yield f"columns: {visible(' · '.join(titles))}; {len(package['caveats'])} caveats"
