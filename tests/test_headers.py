"""Every answer that may be shown as a page carries the headers that keep it to itself, word for word."""

import re

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount
from starlette.testclient import TestClient

from extracts.routes import ROUTES
from ui.server import MIDDLEWARE

PARTS = ["text/javascript", "application/javascript", "text/css", "font/woff2"]
LOOSE = {"content-security-policy": "frame-ancestors *", "referrer-policy": "unsafe-url"}
SITE = TestClient(
    Starlette(
        routes=[
            *ROUTES,
            Mount("/loose", PlainTextResponse("x", headers=LOOSE)),
            Mount("/gone", Response(status_code=404)),
            *(Mount(f"/{kind}", Response(media_type=kind)) for kind in PARTS),
            Mount("/missing.js", Response("<p>", status_code=404, media_type="text/html")),
        ],
        middleware=MIDDLEWARE,
    )
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cross-origin-opener-policy": "same-origin",
}
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' HASHES; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
HASHES = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='( 'sha256-[A-Za-z0-9+/]{43}=')*")


@pytest.mark.parametrize(
    "path", ["/healthz", "/loose", "/gone", "/extracts/nothing.csv", "/_stcore/upload_file/a/b", "/missing.js"]
)
def test_headers_are_exactly_these(path):
    found = SITE.get(path).headers
    assert {name: found.get_list(name) for name in HEADERS} == {name: [value] for name, value in HEADERS.items()}
    (policy,) = found.get_list("content-security-policy")
    assert HASHES.sub("HASHES", policy) == POLICY


@pytest.mark.parametrize("kind", PARTS)
def test_scripts_styles_and_fonts_carry_no_rules_for_documents(kind):
    found = SITE.get(f"/{kind}").headers
    assert found["content-type"].startswith(kind)
    assert found["x-content-type-options"] == "nosniff"
    assert {*HEADERS, "content-security-policy"} & {*found} == {"x-content-type-options"}
