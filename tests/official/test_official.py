"""The stand-in serves every format, knows parts and conditions, and fails exactly as asked."""

import io
import time
import zipfile

import httpx2
import pytest

from tests.official import Official, faults

TABLE = "/statcan/n1/tbl/csv/12100011-eng.zip"
LATEST = "/statcan/t1/wds/rest/getDataFromVectorsAndLatestNPeriods"


def test_parts_join_to_the_whole(client):
    whole = client.get(TABLE)
    assert (whole.status_code, whole.headers["accept-ranges"]) == (200, "bytes")
    assert int(whole.headers["content-length"]) == len(whole.content)
    head = client.get(TABLE, headers={"Range": "bytes=0-99"})
    tail = client.get(TABLE, headers={"Range": "bytes=100-", "If-Range": whole.headers["etag"]})
    assert (head.status_code, tail.status_code) == (206, 206)
    assert head.headers["content-range"] == f"bytes 0-99/{len(whole.content)}"
    assert head.content + tail.content == whole.content
    assert client.get(TABLE, headers={"Range": "bytes=-10"}).content == whole.content[-10:]
    assert client.get(TABLE, headers={"Range": "bytes=99999999-"}).status_code == 416
    assert client.head(TABLE).headers["content-length"] == whole.headers["content-length"]


def test_a_part_of_an_older_version_is_refused(official, client):
    old = client.get(TABLE).headers
    official.world.revised = {"2026": 1.01}
    again = client.get(TABLE, headers={"Range": "bytes=100-", "If-Range": old["etag"]})
    assert again.status_code == 200
    assert again.headers["etag"] != old["etag"]
    assert again.headers["last-modified"] > old["last-modified"]


def test_unchanged_is_not_sent_again(official, client):
    first = client.get(TABLE).headers
    same_tag = {"If-None-Match": first["etag"]}
    same_date = {"If-Modified-Since": first["last-modified"]}
    assert client.get(TABLE, headers=same_tag).status_code == 304
    assert client.get(TABLE, headers=same_date).status_code == 304
    official.world.last_month = "2026-10"
    assert client.get(TABLE, headers=same_tag).status_code == 200
    assert client.get(TABLE, headers=same_date).status_code == 200


def test_requests_are_written_down(official, client):
    client.post(f"{LATEST}?x=1", json=[{"vectorId": 7117698, "latestN": 1}], headers={"User-Agent": "me"})
    seen = official.asked("LatestN")[0]
    assert (seen.method, seen.path) == ("POST", f"{LATEST}?x=1")
    assert seen.headers["User-Agent"] == "me"
    assert b"7117698" in seen.body


def test_a_fault_lasts_as_often_as_asked(official, client):
    official.fault("/n1/tbl", faults.status(503, retry_after=7), times=2)
    answers = [client.get(TABLE) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert answers[0].headers["retry-after"] == "7"
    official.fault("/n1/tbl", faults.html_with_200())
    page = client.get(TABLE)
    assert (page.status_code, page.content[:9]) == (200, b"<!DOCTYPE")
    official.clear()
    assert client.get(TABLE).content[:4] == b"PK\x03\x04"


def test_a_cut_download_can_be_resumed(official, client):
    whole = client.get(TABLE).content
    official.fault("/n1/tbl", faults.cut_after(500), times=1)
    got = bytearray()
    with pytest.raises(httpx2.RemoteProtocolError), client.stream("GET", TABLE) as answer:
        assert int(answer.headers["content-length"]) == len(whole)
        for block in answer.iter_raw():
            got += block
    assert len(got) == 500
    rest = client.get(TABLE, headers={"Range": f"bytes={len(got)}-"})
    assert bytes(got) + rest.content == whole


def test_slow_endless_and_huge_answers(official, client):
    official.fault("/n1/tbl", faults.stall(30), times=1)
    with pytest.raises(httpx2.ReadTimeout):
        client.get(TABLE, timeout=0.1)
    official.fault("/n1/tbl", faults.announced_size(2 * 1024**3), times=1)
    with client.stream("GET", TABLE) as answer:
        assert answer.headers["content-length"] == str(2 * 1024**3)
        assert len(next(answer.iter_raw())) > 0
    official.fault("/n1/tbl", faults.endless(), times=1)
    with client.stream("GET", TABLE) as answer:
        assert "content-length" not in answer.headers
        assert sum(len(block) for block, _ in zip(answer.iter_raw(), range(10), strict=False)) > 0
    official.fault("/n1/tbl", faults.trickle(0.001, block=4096), times=1)
    assert client.get(TABLE).content == client.get(TABLE).content


def test_other_faults(official, client):
    official.fault("/n1/tbl", faults.redirect("http://example.invalid/x", 301), times=1)
    assert client.get(TABLE).headers["location"] == "http://example.invalid/x"
    official.fault("/n1/tbl", faults.drop_connection(), times=1)
    with pytest.raises(httpx2.RemoteProtocolError):
        client.get(TABLE)
    official.fault("/n1/tbl", faults.bytes_changed(lambda body: body[: len(body) // 2]), times=1)
    half = client.get(TABLE)
    assert int(half.headers["content-length"]) == len(half.content)
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(half.content))
    official.fault("/n1/tbl", faults.wavering_etag(), times=2)
    first, second = client.get(TABLE), client.get(TABLE)
    assert first.content == second.content
    assert first.headers["etag"] != second.headers["etag"]
    official.fault("/n1/tbl", faults.no_ranges(), times=1)
    assert client.get(TABLE, headers={"Range": "bytes=5-"}).status_code == 200


def test_the_server_stops_at_once_even_while_it_sends():
    with Official() as official:
        official.fault("", faults.stall(60))
        with pytest.raises(httpx2.ReadTimeout):
            httpx2.get(official.url, timeout=0.05)
        started = time.monotonic()
    assert time.monotonic() - started < 2


def test_nothing_there_is_a_page(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
