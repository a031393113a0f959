"""What the edge of the site adds to every answer, and the settings of a site that anybody may open."""

import tomllib
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui import compressed
from ui.server import MIDDLEWARE

ROOT = Path(__file__).resolve().parents[1]
SITE = TestClient(Starlette(routes=[Route("/", lambda _: PlainTextResponse("ok"))], middleware=MIDDLEWARE))
POLICY = {
    "default-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
}


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_every_answer_carries_the_headers(path):
    headers = SITE.get(path).headers
    policy = {words[0]: words[1:] for words in map(str.split, headers["content-security-policy"].split(";"))}
    assert {name: policy[name] for name in POLICY} == POLICY
    others = [source for source in policy["script-src"] if not source.startswith("'sha256-")]
    assert others == ["'self'", "'wasm-unsafe-eval'"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_the_settings_of_a_public_site():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["enableXsrfProtection"] is True
    assert settings["server"]["enableCORS"] is True
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["logger"]["enableRich"] is False, "a log file holds no boxes"
    assert settings["runner"]["magicEnabled"] is False


def test_scripts_are_sent_compressed_and_kept_by_the_browser():
    address, path = next(iter(compressed.files().items()))
    answer = SITE.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < path.stat().st_size
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content == path.read_bytes()
    plain = SITE.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.status_code == 404, "only compressed answers are ours; Streamlit has the rest"
