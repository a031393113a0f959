"""What is written into Streamlit's shell, the one HTML page that all addresses begin with."""

import base64
import hashlib
import json
import re
import tomllib
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from ui import head
from ui.language import TEXTS, text_in

PAGE = Path(st.__file__).parent / "static" / "index.html"
HERE = Path(__file__).resolve().parent
STYLES = ("style", "icons", "access", "phone", "print", "loading", "first_screen")
SCRIPTS = PAGE.parent / "static" / "js"
# What nearly every page shows; the shell asks for their scripts while it still waits for the first message.
SHOWN_EVERYWHERE = (
    "Html",
    "Slider",
    "Multiselect",
    "ButtonGroup",
    "Checkbox",
    "ArrowVegaLiteChart",
)
IMPORTED = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
LANGUAGE = '<html lang="en">'
# Streamlit sets the address of its own `shortcut icon` anew; what is called `icon` it leaves alone.
THEIR_ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
ICON = '<link rel="icon" type="image/svg+xml" href="./icon.svg">'
TITLE = re.compile("<title>.*?</title>", re.DOTALL)
THEIR_STYLE = re.compile(r'<link\s+rel="stylesheet"[^>]*>')
THEIR_SCRIPTS = '<script type="module"'
HEAD_END, BODY_START, BODY_END = "</head>", "<body>", "</body>"
WITHOUT_SCRIPTS = re.compile("<noscript>.*?</noscript>", re.DOTALL)
# Where the server is: beside the shell's own scripts. Without it a page such as /trade first asks below itself, is
# told 404, waits and asks again, and only then opens its socket.
SERVER = (
    'window.__streamlit={BACKEND_BASE_URL:new URL("./",location.href).href,'
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}}"
)

LINKS = (HERE / "links.js").read_text(encoding="utf-8")
ICONS = (HERE / "icons.js").read_text(encoding="utf-8")
PLATFORM = (HERE / "platform.js").read_text(encoding="utf-8")
ATTENTION = (HERE / "attention.js").read_text(encoding="utf-8")
IN_TURN = (HERE / "in_turn.js").read_text(encoding="utf-8")
FIRST_SCREEN = (HERE / "first_screen.js").read_text(encoding="utf-8")


def written(page: str, language: str, origin: str, chosen: str = "", first_screen: str = "") -> bytes:
    """The shell for a page in a language: it says what the page is about, where its server is and what it will show.

    `first_screen` is what is shown of the page before any script has run, if that is known.
    """
    scripts = f"<script>{SERVER}</script><script>{LINKS}</script><script>{ICONS}</script>{preloads()}{HEAD_END}"
    shell = _shell().replace(LANGUAGE, f'<html lang="{language}">', 1).replace(HEAD_END, scripts, 1)
    shell = TITLE.sub(lambda _: head.head(page, language, origin, chosen), shell, count=1)
    words = {"menu": text_in("menu.name", language), "close": text_in("menu.close", language)}
    given = " ".join(f'data-{name}="{escape(word)}"' for name, word in words.items())
    helpers = (
        f'<script {given}>{_helpers()}</script><script data-words="{platform_words(language)}">{PLATFORM}</script>'
        f"<script>{ATTENTION}</script><script>{IN_TURN}</script><script>{FIRST_SCREEN}</script>"
    )
    without_scripts = "" if first_screen else head.without_scripts(page, language)
    shell = WITHOUT_SCRIPTS.sub(lambda _: without_scripts, shell, count=1)
    return shell.replace(BODY_START, f"{BODY_START}{_style()}{first_screen}{helpers}", 1).encode()


@cache
def _shell() -> str:
    """Streamlit's page with our icon."""
    return style_last(THEIR_ICON.sub(ICON, PAGE.read_text(encoding="utf-8"), count=1))


@cache
def _style() -> str:
    """Our style: after all of the head, to lead where two rules are equally precise, and before what it is for.

    Behind the first screen that would be seen without it for a moment.
    """
    return f"<style>{''.join((HERE / f'{name}.css').read_text(encoding='utf-8') for name in STYLES)}</style>"


def style_last(page: str) -> str:
    """Their page with its stylesheet, which is of fonts and formulas, asked for first and used last.

    In the head it keeps our scripts and the first screen waiting; the last of sixty files it would come 0.15 s later. A
    page of another form, as a newer Streamlit may have, stays as it is.
    """
    found = THEIR_STYLE.findall(page)
    if len(found) != 1 or not all(page.count(part) == 1 for part in (THEIR_SCRIPTS, BODY_END)):
        return page
    asked_for = found[0].replace('rel="stylesheet"', 'rel="preload" as="style"')
    page = page.replace(found[0], "", 1).replace(THEIR_SCRIPTS, asked_for + THEIR_SCRIPTS, 1)
    return page.replace(BODY_END, found[0] + BODY_END, 1)


@cache
def platform_words(language: str) -> str:
    """Streamlit's own words in a language, as an attribute holds them."""
    words = tomllib.loads((TEXTS / "platform.toml").read_text(encoding="utf-8"))
    return escape(json.dumps(words.get(language, {}), ensure_ascii=False))


@cache
def _helpers() -> str:
    return (HERE / "shell.js").read_text(encoding="utf-8")


def inline_scripts() -> list[str]:
    """The scripts within the shell, as a Content-Security-Policy names them."""
    ours = [SERVER, LINKS, ICONS, _helpers(), PLATFORM, ATTENTION, IN_TURN, FIRST_SCREEN]
    scripts = [*INLINE_SCRIPT.findall(PAGE.read_bytes()), *(script.encode() for script in ours)]
    return [f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in scripts]


@cache
def preloads() -> str:
    """Links by which the shell loads the scripts of `SHOWN_EVERYWHERE`, with all that they import, at once.

    Streamlit's page has links of its own for what its first script imports.
    """
    theirs = PAGE.read_text(encoding="utf-8")
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
    ours = [name for name in found if f"/{name}" not in theirs]
    return "".join(f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in ours)
