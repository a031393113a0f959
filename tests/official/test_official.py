"""The stand-in answers whole, in part or not at all, exactly as asked."""

import httpx2
import pytest

from tests.official import Official, faults

TABLE = "/statcan/n1/tbl/csv/12100011-eng.zip"
LATEST = "/statcan/t1/wds/rest/getDataFromVectorsAndLatestNPeriods"


def test_a_part_is_of_the_version_asked_for(official, client):
    whole = client.get(TABLE)
    tail = client.get(TABLE, headers={"Range": "bytes=100-", "If-Range": whole.headers["etag"]})
    assert (tail.status_code, tail.content) == (206, whole.content[100:])
    official.world.revised = {"2026": 1.01}
    again = client.get(TABLE, headers={"Range": "bytes=100-", "If-Range": whole.headers["etag"]})
    assert again.status_code == 200
    assert again.headers["etag"] != whole.headers["etag"]
    assert again.headers["last-modified"] > whole.headers["last-modified"]
    assert client.get(TABLE, headers={"Range": "bytes=99999999-"}).status_code == 416


def test_unchanged_is_not_sent_again(official, client):
    first = client.get(TABLE).headers
    conditions = [{"If-None-Match": first["etag"]}, {"If-Modified-Since": first["last-modified"]}]
    assert [client.get(TABLE, headers=condition).status_code for condition in conditions] == [304, 304]
    official.world.last_month = "2026-10"
    assert [client.get(TABLE, headers=condition).status_code for condition in conditions] == [200, 200]


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
    assert client.get(TABLE).content[:9] == b"<!DOCTYPE"
    official.clear()
    assert client.get(TABLE).content[:4] == b"PK\x03\x04"


def test_a_cut_answer_announces_what_it_does_not_send(official, client):
    official.fault("/n1/tbl", faults.cut_after(500), times=1)
    got = bytearray()
    with pytest.raises(httpx2.RemoteProtocolError), client.stream("GET", TABLE) as answer:
        for block in answer.iter_raw():
            got += block
    assert got == client.get(TABLE).content[:500]


def test_another_test_begins_with_another_world(official, client):
    official.fault("", faults.silence())
    official.begin(type(official.world)(last_month="2026-10"))
    assert client.get(TABLE).status_code == 200
    assert len(official.requests) == 1


def test_the_server_stops_even_while_a_client_waits():
    with Official() as official:
        official.fault("", faults.silence())
        with pytest.raises(httpx2.ReadTimeout):
            httpx2.get(official.url, timeout=0.05)


def test_nothing_there_is_a_page(client):
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
