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

from ui import head, site
from ui.language import TEXTS, text_in
from ui.pictures.embed import shipped

PAGE = Path(st.__file__).parent / "static" / "index.html"
HERE = Path(__file__).resolve().parent
STYLES = ("style", "icons", "access", "phone", "print", "loading", "first_screen")
SCRIPTS = PAGE.parent / "static" / "js"
# What every page shows.
EVERYWHERE = "Html"
IMPORTED = re.compile(r'(?:from|import)\s*"\./([^"]+\.js)"')
INLINE_SCRIPT = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
LANGUAGE = '<html lang="en">'
# Streamlit sets the address of its own `shortcut icon` anew; what is called `icon` it leaves alone.
THEIR_ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
ICON = '<link rel="icon" type="image/svg+xml" href="./icon.svg">'
TITLE = re.compile("<title>.*?</title>", re.DOTALL)
THEIR_STYLE = re.compile(r'<link\s+rel="stylesheet"[^>]*>')
FONT = '@font-face { font-family: "Source Sans"; font-weight: 100 900; src: url("./static/media/%s") format("woff2"); }'
THEIR_SCRIPTS = '<script type="module"'
HEAD_END, BODY_START = "</head>", "<body>"
WITHOUT_SCRIPTS = re.compile("<noscript>.*?</noscript>", re.DOTALL)
# Where the server is: beside the shell's own scripts. Without it a page such as /trade first asks below itself, is
# told 404, waits and asks again, and only then opens its socket.
SERVER = (
    'window.__streamlit={BACKEND_BASE_URL:new URL("./",location.href).href,'
    "HOST_CONFIG:{allowedOrigins:[location.origin],useExternalAuthToken:false}}"
)

# What React Aria, of which Streamlit's controls are made, puts into the head unless it is there: while it draws
# the page the browser would go through all styles again, load the font anew and lay out every word.
PRESSABLE = (
    '<style id="react-aria-pressable-style">'
    "@layer { [data-react-aria-pressable] { touch-action: pan-x pan-y pinch-zoom; } }</style>"
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
    scripts = f"<script>{SERVER}</script><script>{LINKS}</script><script>{ICONS}</script>{preloads(page)}"
    shell = _shell().replace(LANGUAGE, f'<html lang="{language}">', 1)
    shell = shell.replace(HEAD_END, f"{PRESSABLE}{scripts}{HEAD_END}", 1)
    shell = TITLE.sub(lambda _: head.head(page, language, origin, chosen), shell, count=1)
    words = {"menu": text_in("menu.name", language), "close": text_in("menu.close", language)}
    given = " ".join(f'data-{name}="{escape(word)}"' for name, word in words.items())
    loads = f'data-below="{" ".join(below(page))}" data-later="{" ".join(later(page))}"'
    helpers = (
        f'<script {given}>{_helpers()}</script><script data-words="{platform_words(language)}">{PLATFORM}</script>'
        f"<script>{ATTENTION}</script><script {loads}>{IN_TURN}</script>"
        f"<script>{FIRST_SCREEN}</script>"
    )
    without_scripts = "" if first_screen else head.without_scripts(page, language)
    shell = WITHOUT_SCRIPTS.sub(lambda _: without_scripts, shell, count=1)
    return shell.replace(BODY_START, f"{BODY_START}{_style()}{first_screen}{helpers}", 1).encode()


@cache
def _shell() -> str:
    """Streamlit's page with our icon."""
    return style_aside(THEIR_ICON.sub(ICON, PAGE.read_text(encoding="utf-8"), count=1))


@cache
def _style() -> str:
    """Our style: after all of the head, to lead where two rules are equally precise, and before what it is for.

    Behind the first screen that would be seen without it for a moment. The font, which Streamlit's style names too, is
    loaded by the rule that comes last: one in the first screen would go with it, and all words be laid out anew.
    """
    font = FONT % shipped("media", "SourceSansVF-Upright")
    return f"<style>{font}{''.join((HERE / f'{name}.css').read_text(encoding='utf-8') for name in STYLES)}</style>"


def style_aside(page: str) -> str:
    """Their page with its stylesheet, which is of fonts and formulas, asked for first, while nothing waits for it.

    Scripts and paint wait for a style of the screen, so it is one for paper until it has come (`shell.js`); the last of
    sixty files it would come 0.15 s later. A page of another form, as a newer Streamlit may have, stays as it is.
    """
    found = THEIR_STYLE.findall(page)
    if len(found) != 1 or THEIR_SCRIPTS not in page:
        return page
    asked_for = found[0].replace('rel="stylesheet"', 'rel="preload" as="style"')
    on_paper = found[0].replace('rel="stylesheet"', 'rel="stylesheet" media="print"')
    return page.replace(found[0], "", 1).replace(THEIR_SCRIPTS, asked_for + on_paper + THEIR_SCRIPTS, 1)


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
def preloads(page: str) -> str:
    """Links by which the shell loads the scripts of a page's first figure and of all above it, before any message."""
    return "".join(f'<link rel="modulepreload" crossorigin href="{address}">' for address in _of_first_figure(page))


@cache
def below(page: str) -> list[str]:
    """The addresses of scripts of what stands below a page's first figure, to be loaded when that is drawn."""
    return [address for address in _scripts(*site.pages()[page].below) if address not in _of_first_figure(page)]


@cache
def later(page: str) -> list[str]:
    """The addresses of scripts of what other pages show, to be loaded when this one is quiet."""
    own = {*_of_first_figure(page), *below(page)}
    every = (one for other in site.pages() for one in (*_of_first_figure(other), *below(other)))
    return [address for address in dict.fromkeys(every) if address not in own]


def _of_first_figure(page: str) -> list[str]:
    return _scripts(EVERYWHERE, *site.pages()[page].elements)


@cache
def _scripts(*elements: str) -> list[str]:
    """The addresses of scripts of elements and all that they import, without those that Streamlit asks for."""
    theirs = PAGE.read_text(encoding="utf-8")
    found = dict.fromkeys(name for name in _shipped() if name.split(".")[0] in elements)
    waiting = list(found)
    while waiting:
        new = [name for name in _imported(waiting.pop()) if name not in found]
        found |= dict.fromkeys(new)
        waiting += new
    return [f"./static/js/{name}" for name in found if f"/{name}" not in theirs]


@cache
def _shipped() -> list[str]:
    """The names of Streamlit's scripts."""
    return sorted(path.name for path in SCRIPTS.glob("*.js"))


@cache
def _imported(name: str) -> list[str]:
    """The scripts that a script imports."""
    found = IMPORTED.findall((SCRIPTS / name).read_text(encoding="utf-8", errors="ignore"))
    return [imported for imported in found if imported in _shipped()]
