"""A site in public: its own address, its limits and its log are what the settings say."""

import json
import logging

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

import extracts
import queries
from extracts import files
from extracts.address import public
from extracts.routes import ROUTES
from queries import journal
from queries.settings import settings
from tests.answers import forget_answers
from tests.test_limits import limited  # noqa: F401 - a fixture
from ui import security_txt
from ui.server import MIDDLEWARE


async def stream(websocket):
    await websocket.accept()
    await websocket.close()


INSIDE = [Route("/static/a.js", lambda _: PlainTextResponse("")), WebSocketRoute("/_stcore/stream", stream)]
BESIDE = [*ROUTES, *security_txt.ROUTES, *INSIDE, Mount("/_stcore", PlainTextResponse("inside"))]


@pytest.fixture
def site(monkeypatch):
    """The site as these settings make it."""

    def made(**given):
        for name, value in given.items():
            monkeypatch.setenv(f"DASHBOARD_{name.upper()}", value)
        settings.cache_clear()
        return TestClient(Starlette(routes=BESIDE, middleware=MIDDLEWARE), base_url="http://evil.example")

    yield made
    monkeypatch.undo()
    settings.cache_clear()


def test_an_address_has_so_many_requests_a_minute(site):
    client = site(requests_per_minute="3")
    assert [client.get("/healthz").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.get("/extracts/trade_balance.json")
    assert refused.headers["retry-after"] == "60"
    assert "More than 3 requests" in refused.json()["detail"]
    assert client.get("/static/a.js").status_code == 200, "what a visit needs is not counted"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream"):
        pass


def test_nobody_is_counted_without_the_setting(site):
    client = site()
    assert {client.get("/healthz").status_code for _ in range(50)} == {200}


@pytest.mark.parametrize(("given", "status"), [({}, 404), ({"metrics": "true"}, 200)])
def test_measurements_are_public_only_by_setting(site, given, status):
    assert site(**given).get("/_stcore/metrics").status_code == status


@pytest.mark.parametrize(
    ("given", "sent", "named"),
    [
        ({"origins": "https://public.example,https://x"}, {"host": "evil.example"}, "https://public.example"),
        ({}, {"x-forwarded-proto": "https", "x-forwarded-host": "evil.example"}, "http://own.example"),
        (
            {"forwarded_host": "true"},
            {"x-forwarded-proto": "https", "x-forwarded-host": "a.example"},
            "https://a.example",
        ),
    ],
    ids=["setting", "not trusted", "trusted"],
)
def test_the_public_address_is_not_what_anybody_sends(site, given, sent, named):
    client = site(security_contact="mailto:a@b.example", **given)
    said = client.get(security_txt.PATH, headers={"host": "own.example", **sent}).text
    assert f"Canonical: {named}/.well-known/security.txt" in said
    assert "Contact: mailto:a@b.example" in said


@pytest.mark.parametrize(
    ("given", "browsed", "named"),
    [
        ({}, "http://localhost:8501/trade?lang=fr", "http://localhost:8501/trade"),
        ({"origins": "https://a.example/,https://b"}, "http://localhost:8501/trade?x=1", "https://a.example/trade"),
        ({}, "", ""),
    ],
)
def test_a_citation_names_the_public_address(site, given, browsed, named):
    site(**given)
    assert public(browsed) == named


def test_nobody_is_named_without_a_contact(site):
    assert site().get(security_txt.PATH).status_code == 404


def test_sockets_open_only_on_the_own_host(site):
    assert "connect-src 'self';" in site().get("/healthz").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("limits", "says"), [({"answer_rows": "999"}, "999 rows"), ({"answer_rows": "9999999", "answer_mb": "1"}, "1 MB")]
)
def test_an_answer_has_so_many_rows_and_bytes(limited, limits, says):  # noqa: F811
    limited("select range as year from range(200000)", **limits)
    answer = TestClient(Starlette(routes=ROUTES)).get("/extracts/trade_balance.csv")
    assert answer.status_code == 503
    assert f"larger than {says}" in answer.text


def test_a_long_csv_is_streamed_and_the_same(monkeypatch):
    whole = extracts.write(queries.ask("trade_balance"), "csv")
    monkeypatch.setattr(files, "PART_ROWS", 7)
    monkeypatch.setattr("extracts.routes.PART_ROWS", 7)
    answer = TestClient(Starlette(routes=ROUTES)).get("/extracts/trade_balance.csv")
    assert answer.content == whole
    assert "content-length" not in answer.headers


def test_the_log_is_json_with_request_query_and_milliseconds(site, capsys, monkeypatch):
    monkeypatch.setattr(logging.root, "handlers", [])
    monkeypatch.setattr(journal.LOG, "level", logging.NOTSET)
    client = site(log="json")
    journal.set_up()
    forget_answers()
    client.get("/extracts/trade_balance.csv?from=2015")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    asked = next(line for line in lines if line.get("path") == "/extracts/trade_balance.csv")
    queried = next(line for line in lines if line.get("query") == "trade_balance")
    assert (asked["status"], asked["method"]) == (200, "GET")
    assert asked["request"] == queried["request"]
    assert asked["ms"] >= queried["ms"] > 0
    assert "2015" not in json.dumps(asked), "what somebody asked for is not kept"
