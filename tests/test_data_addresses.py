"""What programs need of a data address: ETag, parts, compression, other sites; and one list of all there is."""

import gzip
import io
import json
import re
import zipfile

import pandas as pd
import pyarrow.parquet
import pytest
from frictionless import Package
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import TABLES, catalog
from extracts.routes import ROUTES
from ui.server import MIDDLEWARE

CLIENT = TestClient(Starlette(routes=ROUTES), headers={"Accept-Encoding": "identity"})
ROWS = "/extracts/trade_balance.csv?from=2015"


class Remote(io.RawIOBase):
    """A file read in parts, as DuckDB and pyarrow read an address."""

    def __init__(self, path):
        self.path, self.place, self.asked = path, 0, 0
        self.size = int(CLIENT.head(path).headers["content-length"])

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self.place

    def seek(self, offset, whence=io.SEEK_SET):
        self.place = {io.SEEK_SET: 0, io.SEEK_CUR: self.place, io.SEEK_END: self.size}[whence] + offset
        return self.place

    def readinto(self, buffer):
        if self.place >= self.size:
            return 0
        part = CLIENT.get(self.path, headers={"Range": f"bytes={self.place}-{self.place + len(buffer) - 1}"})
        assert part.status_code == 206
        buffer[: len(part.content)] = part.content
        self.place += len(part.content)
        self.asked += len(part.content)
        return len(part.content)


def test_a_table_is_read_in_parts():
    remote = Remote("/tables/us_imports_by_product.parquet")
    entry = catalog.table("us_imports_by_product")
    read = pyarrow.parquet.ParquetFile(remote)
    assert read.schema_arrow.names == list(entry.columns)
    first = read.read(columns=[read.schema_arrow.names[0]])
    assert first.num_rows == len(queries.table("us_imports_by_product").frame)
    assert remote.asked < remote.size / 2, "only what is needed goes over the wire"


def test_a_table_is_the_file_the_site_reads():
    assert CLIENT.get("/tables/events.parquet").content == (TABLES / "events.parquet").read_bytes()
    rows = pd.read_csv(io.BytesIO(CLIENT.get("/tables/events.csv").content))
    assert list(rows.columns) == list(catalog.table("events").columns)
    assert len(rows) == len(queries.table("events").frame)


def test_a_table_comes_with_what_is_known_of_it():
    about = CLIENT.get("/tables/events.metadata.json?lang=fr").json()
    assert about["rows"] == len(queries.table("events").frame)
    assert about["resources"][0]["path"] == "http://testserver/tables/events.csv?lang=fr"
    packed = CLIENT.get("/tables/events.zip?lang=es")
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert archive.read("events.csv") == CLIENT.get("/tables/events.csv").content
        assert json.loads(archive.read("datapackage.json"))["homepage"] == str(packed.url)


def test_who_has_it_gets_nothing_new():
    first = CLIENT.get(ROWS)
    tag, changed = first.headers["etag"], first.headers["last-modified"]
    again = CLIENT.get(ROWS, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert CLIENT.get(ROWS, headers={"If-Modified-Since": changed}).status_code == 304
    assert CLIENT.get(ROWS + "&to=2020", headers={"If-None-Match": tag}).status_code == 200, "other rows, other tag"
    assert CLIENT.get(ROWS, headers={"If-Match": '"other"'}).status_code == 412


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Range": "bytes=10-19"}, 206),
        ({"Range": "bytes=-5"}, 206),
        ({"Range": "bytes=10-19", "If-Range": '"an older file"'}, 200),
        ({"Range": "bytes=0-1,4-5"}, 200),
        ({"Range": "bytes=99999999-"}, 416),
        ({"Range": "bytes=10-19", "Accept-Encoding": "gzip"}, 206),
    ],
)
def test_parts(headers, status):
    whole, part = CLIENT.get(ROWS).content, CLIENT.get(ROWS, headers=headers)
    assert part.status_code == status
    if status == 206:
        first, last, size = map(int, re.findall(r"\d+", part.headers["content-range"]))
        assert part.content == whole[first : last + 1]
        assert size == len(whole)
        assert part.headers["content-encoding"] == "identity"
    elif status == 416:
        assert part.headers["content-range"] == f"bytes */{len(whole)}"
        assert f"The file has {len(whole)} bytes" in part.text
    else:
        assert part.content == whole


def test_text_is_compressed_for_who_takes_it_and_has_a_tag_of_its_own():
    plain = CLIENT.get(ROWS)
    with CLIENT.stream("GET", ROWS, headers={"Accept-Encoding": "gzip"}) as small:
        sent = b"".join(small.iter_raw())
    assert small.headers["content-encoding"] == "gzip"
    assert gzip.decompress(sent) == plain.content
    assert len(sent) == int(small.headers["content-length"]) < len(plain.content) / 2
    assert small.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in small.headers["vary"]
    refused = CLIENT.get(ROWS, headers={"Accept-Encoding": "gzip;q=0"})
    assert refused.headers["content-encoding"] == "identity"
    packed = CLIENT.get("/tables/events.parquet", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "identity", "it is compressed in itself"


@pytest.mark.parametrize("path", [ROWS, "/tables/events.csv", "/extracts.json", "/extracts/nothing.csv"])
def test_any_page_may_read_it(path):
    found = CLIENT.get(path, headers={"Origin": "https://other.example"})
    assert found.headers["access-control-allow-origin"] == "*"
    asked = {"Origin": "https://other.example", "Access-Control-Request-Method": "GET"}
    assert CLIENT.options(path, headers={**asked, "Access-Control-Request-Headers": "if-none-match"}).status_code == 200
    assert CLIENT.options(path, headers={**asked, "Access-Control-Request-Method": "POST"}).status_code == 400
    assert CLIENT.post(path).status_code == 405


def test_the_health_of_the_site_is_not_for_other_pages():
    assert (
        "access-control-allow-origin" not in CLIENT.get("/readyz", headers={"Origin": "https://other.example"}).headers
    )


@pytest.mark.parametrize(
    ("path", "status", "parameter", "says"),
    [
        ("/extracts/trade_balance.csv?from=soon", 400, "from", "whole number"),
        ("/extracts/nothing.metadata.json", 404, None, "trade_balance"),
        ("/tables/nothing.csv", 404, None, "There is no table “nothing”. Known are: agenda"),
        ("/tables/../app.csv", 404, None, ""),
        ("/tables/events.xls", 404, None, "parquet, csv, zip"),
    ],
)
def test_a_refusal_has_one_form(path, status, parameter, says):
    refused = CLIENT.get(path, headers={"Accept": "application/json"})
    assert refused.status_code == status
    if says:
        assert refused.headers["content-type"] == "application/problem+json"
        assert refused.json()["status"] == status
        assert refused.json().get("parameter") == parameter
        assert says in refused.json()["detail"]


def test_metadata_is_a_package_whose_rows_are_at_their_address():
    found = CLIENT.get("/extracts/tariff_rate.metadata.json?date=2025-10-14&partner=CAN&lang=fr")
    about = found.json()
    (rows,) = about["resources"]
    assert rows["path"] == "http://testserver/extracts/tariff_rate.csv?date=2025-10-14&partner=CAN&lang=fr"
    assert about["rows"] == 1
    assert about["filters"]["cusma"] == "kept", "what is not asked is said too"
    assert next(p for p in about["parameters"] if p["name"] == "cusma")["allowed"] == ["kept", "lapsed"]
    assert Package.from_descriptor(about).get_resource("tariff-rate").schema.field_names[0] == "partner"
    link = CLIENT.get("/extracts/tariff_rate.csv?date=2025-10-14&partner=CAN&lang=fr").headers["link"]
    assert link.startswith(f"<{found.url}>".replace("%2C", ","))


def test_the_list_names_every_query_with_an_example_that_works():
    listed = CLIENT.get("/extracts.json").json()
    assert [query["name"] for query in listed["queries"]] == queries.names()
    assert [table["name"] for table in listed["tables"]] == catalog.tables()
    by_name = {query["name"]: query for query in listed["queries"]}
    rate = by_name["tariff_rate"]
    assert (
        CLIENT.get(rate["example"]["csv"]).text
        == CLIENT.get("/extracts/tariff_rate.csv?date=2025-10-14&partner=CAN").text
    )
    assert {"name": "content", "kind": "number", "default": 0.4, "least": 0, "greatest": 1} in rate["parameters"]
    assert next(p for p in rate["parameters"] if p["name"] == "partner")["keys_of"] == "countries"
    assert next(c for c in rate["columns"] if c["name"] == "duty_cad_m")["unit"] == "C$ million"


@pytest.mark.parametrize(("language", "title"), [("en", "Data addresses"), ("fr", "Adresses de données")])
def test_the_list_can_be_read(language, title):
    site = TestClient(Starlette(routes=ROUTES, middleware=MIDDLEWARE), headers={"Accept": "text/html"})
    page = site.get(f"/extracts?lang={language}")
    assert page.headers["content-type"].startswith("text/html")
    assert f"<h1>{title}</h1>" in page.text
    assert f'<html lang="{language}">' in page.text
    assert "<script" not in page.text, "it is a page of its own, not the shell of the site"
    assert set(re.findall(r'<details id="(\w+)"', page.text)) == set(queries.names())
    assert CLIENT.get("/extracts").json()["queries"], "a program that asks for nothing else gets JSON"
