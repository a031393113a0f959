"""What is written into Streamlit's shell, the one HTML page that all addresses begin with."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit as st

PAGE = Path(st.__file__).parent / "static" / "index.html"
SCRIPTS = PAGE.parent / "static" / "js"
# What nearly every page shows; the shell asks for their scripts while it still waits for the first message.
SHOWN_EVERYWHERE = (
    "PageLink",
    "Html",
    "Slider",
    "Multiselect",
    "ButtonGroup",
    "Checkbox",
    "DownloadButton",
    "ArrowVegaLiteChart",
)
IMPORTED = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
LANGUAGE = b'<html lang="en">'
HEAD_END = b"</head>"
# Where the server is: beside the shell's own scripts. Without it a page such as /trade first asks below itself, is
# told 404, waits and asks again, and only then opens its socket.
SERVER = (
    b'window.__streamlit={BACKEND_BASE_URL:new URL("./",location.href).href,'
    b"HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}}"
)


def written(body: bytes, language: str) -> bytes:
    """The shell in this language, knowing its server and asking early for what it will show."""
    head = b"<script>" + SERVER + b"</script>" + preloads() + HEAD_END
    return body.replace(LANGUAGE, f'<html lang="{language}">'.encode(), 1).replace(HEAD_END, head, 1)


def inline_scripts() -> list[str]:
    """The scripts within the shell, as a Content-Security-Policy names them."""
    scripts = [*INLINE_SCRIPT.findall(PAGE.read_bytes()), SERVER]
    return [f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in scripts]


@cache
def preloads() -> bytes:
    """Links by which the shell loads the scripts of `SHOWN_EVERYWHERE`, with all that they import, at once."""
    found: dict[str, None] = {}

    def follow(name: str) -> None:
        path = SCRIPTS / name
        if name in found or not path.is_file():
            return
        found[name] = None
        for imported in IMPORTED.findall(path.read_text(encoding="utf-8", errors="ignore")):
            follow(imported)

    for path in sorted(SCRIPTS.glob("*.js")):
        if path.name.split(".")[0] in SHOWN_EVERYWHERE:
            follow(path.name)
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in found).encode()
