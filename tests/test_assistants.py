"""Assistants: the protocol's own client lists the tools, asks them over HTTP, and is given the figures of the site."""

import json
import logging
import re

import anyio
import httpx2
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from extracts.assistants import answers, server
from extracts.assistants.statement import Stated, figures
from queries.settings import settings
from tests.threads import run

APP = Starlette(routes=server.ROUTES)
SITE = "https://site.example"


def talk(*calls):
    """The names of all tools, and what each call is told: its structured answer, or its error as text."""
    # Loaded here: it takes a while, and every process reads this file.
    from mcp.client.session import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def talked():
        transport = httpx2.ASGITransport(app=APP)
        async with (
            httpx2.AsyncClient(transport=transport, base_url=SITE) as client,
            streamable_http_client(f"{SITE}/mcp", http_client=client) as (reads, writes, *_),
            ClientSession(reads, writes) as session,
        ):
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            return tools, [_told(await session.call_tool(name, given)) for name, given in calls]

    return run(talked)


def _told(result):
    return result.content[0].text if result.is_error else result.structured_content


def test_the_protocols_client_is_given_figures_with_their_sources():
    tools, (rows, wrong, duty, found, claim) = talk(
        ("run_query", {"query": "trade_balance", "parameters": {"from": 2024, "to": 2024}, "language": "fr"}),
        ("run_query", {"query": "trade_balance", "parameters": {"from": "yesterday"}}),
        ("product_duty", {"product": "tomatoes", "country": "MEX", "date": "2026-10-02"}),
        ("list_queries", {"words": "permits mexico"}),
        ("check_claim", {"statement": "Canada imports C$47 bn from Mexico"}),
    )
    assert tools == {"list_queries", "describe_query", "run_query", "product_duty", "check_claim"}
    expected = queries.ask("trade_balance", **{"from": 2024, "to": 2024}).frame
    assert [row["imports_cad_m"] for row in rows["rows"]] == pytest.approx(list(expected["imports_cad_m"]))
    assert rows["address"] == f"{SITE}/extracts/trade_balance.csv?from=2024&to=2024&lang=fr"
    assert "Statistique Canada" in rows["citation"]
    assert rows["sources"]
    assert "“yesterday”" in wrong
    whole = queries.ask("whole_duty", hs10=duty["hs10"], partner=["MEX"], date="2026-10-02").frame["whole_duty_pct"]
    assert duty["duty"]["rows"][0]["whole_duty_pct"] == pytest.approx(whole.iloc[0])
    assert "mexico_permits" in {query["query"] for query in found["result"]}
    first = claim["claims"][0]
    assert first["claim"] == "c02"
    assert first["verdict_on_the_statement"] == {"stated": 47.0, "tolerance": 0.5, "verdict": "matches"}
    assert first["figure_from"]["rows"][0]["year"] == 2024


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [("Canada imports C$52 bn from Mexico", "contradicted"), ("Canada imports C$47.49 bn from Mexico", "matches")],
)
def test_the_figure_of_a_statement_is_held_against_ours_and_not_the_press(statement, verdict):
    claim = answers.checked(statement, SITE, "en")["claims"][0]
    assert claim["verdict_on_the_press"] == "matches"
    assert claim["verdict_on_the_statement"]["verdict"] == verdict


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("C$47 bn in 2024", [Stated(47e9, 0.5e9)]),
        ("53,4 milliards de dollars", [Stated(53.4e9, 0.05e9)]),
        ("53 400 millones de dólares", [Stated(53_400e6, 0.5e6)]),
        ("US$40.5 billion, 6.2 %", [Stated(40.5e9, 0.05e9), Stated(6.2, 0.05)]),
        ("15,000 permits", [Stated(15_000, 0.5)]),
        ("trade since 1994", []),
    ],
)
def test_figures_are_read_as_people_write_them(statement, found):
    for stated, expected in zip(figures(statement), found, strict=True):
        assert stated.value == pytest.approx(expected.value)
        assert stated.tolerance == pytest.approx(expected.tolerance)


def test_what_is_like_nothing_says_so():
    told = answers.checked("the moon is made of cheese", SITE, "en")
    assert told["claims"] == []
    assert told["says"]
    nothing = answers.product_duty("xylophagous", "MEX", "", SITE, "en")
    assert "“xylophagous”" in nothing["says"]


def test_whatever_is_asked_is_a_sentence_in_the_language():
    every = ["\x00", "'; drop table events; --", "9" * 400, "1e999", [[1]], {"a": 1}, 10**30, None]
    asked = [
        ("run_query", {"query": "tariff_rate", "parameters": {"date": wrong}, "language": "fr"}) for wrong in every
    ]
    words = [wrong for wrong in every if isinstance(wrong, str)]
    asked += [("product_duty", {"product": "tomatoes", "country": wrong, "language": "fr"}) for wrong in words]
    _, told = talk(*asked, *(("check_claim", {"statement": f"C${wrong} bn", "language": "fr"}) for wrong in words))
    for said in told[: len(asked)]:
        assert re.search(r": tariff_(rate|products), paramètre «\xa0(date|partner)\xa0»\xa0: .+", said), said
    assert all(isinstance(said, dict) for said in told[len(asked) :])


def test_too_much_at_once_and_too_long_a_request_are_refused(monkeypatch):
    monkeypatch.setattr(server.QUEUE, "_places", 0)
    assert "Too many extracts" in talk(("list_queries", {}))[1][0]
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"x": "y" * server.LARGEST_REQUEST}}
    sent = {"accept": "application/json, text/event-stream"}
    assert TestClient(APP).post("/mcp", content=json.dumps(asked), headers=sent).status_code == 413


def test_lists_of_whatever_are_refused_in_a_sentence():
    with pytest.raises(queries.BadParameter, match="None"):
        answers.run("tariff_rate", {"partner": [None, 1, ["CAN"]]}, 1, SITE, "en")


def test_the_log_of_the_site_stays_as_it_is(monkeypatch):
    monkeypatch.setattr(logging.root, "handlers", [])
    server._made.__wrapped__()
    assert logging.root.handlers == []


def test_no_stream_is_opened_on_which_nothing_is_ever_told():
    answer = TestClient(APP).get("/mcp", headers={"accept": "text/event-stream", "accept-language": "es"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST, OPTIONS")
    assert answer.text.startswith("Los asistentes")


def test_a_request_that_is_never_sent_whole_is_let_go(monkeypatch):
    monkeypatch.setenv("DASHBOARD_HEAD_SECONDS", "0.1")
    settings.cache_clear()
    told = []

    async def receive():
        if told:
            await anyio.sleep_forever()
        told.append("half")
        return {"type": "http.request", "body": b"{", "more_body": True}

    async def send(message):
        told.append(message)

    headers = [(b"accept-language", b"fr"), (b"content-length", b"99")]
    scope = {"type": "http", "method": "POST", "path": "/mcp", "query_string": b"", "headers": headers}
    try:
        run(lambda: server.Assistants()(scope, receive, send))
    finally:
        monkeypatch.undo()
        settings.cache_clear()
    assert told[1]["status"] == 408
    assert told[2]["body"].decode().startswith("La demande n’a pas été envoyée en entier")
