"""What data addresses and the command line say where there is no answer, in the language of whoever asks."""

import ast
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from data import catalog
from extracts.command_line import main
from extracts.routes import ROUTES
from queries.parameters import NOUNS, OVERRIDE_FORM

ROOT = Path(__file__).resolve().parents[1]
CLIENT = TestClient(Starlette(routes=ROUTES))
PLACEHOLDER = re.compile(r"{(\w+)}")
ENGLISH = [
    "Ask a query",
    "whole number",
    "query to ask",
    "write the answer",
    "is not one of",
    "cannot be read",
    "with what holds",
]
SAID = {
    "en": "trade_balance: parameter “from”: “soon” is not a whole number.",
    "fr": "trade_balance, paramètre «\u00a0from\u00a0»\u00a0: «\u00a0soon\u00a0» n’est pas un nombre entier.",
    "es": "trade_balance, parámetro “from”: “soon” no es un número entero.",
}


def calls():
    """All trees of code that may say a sentence."""
    for room in ("queries", "extracts", "ui", "pages"):
        for path in (ROOT / room).rglob("*.py"):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def asked():
    """The sentences that Sentence is given where they are written out, and those that are put together."""
    given = [node.args[0] for node in calls() if isinstance(node, ast.Call) and ast.unparse(node.func) == "Sentence"]
    yield from (sentence.value for sentence in given if isinstance(sentence, ast.Constant))
    yield from (f"“{{value}}” is not {noun}" for noun in (*NOUNS.values(), OVERRIDE_FORM))


def written():
    """Every text in code: some sentences have a name before they are said."""
    return {node.value for node in calls() if isinstance(node, ast.Constant)}


def test_every_sentence_is_translated_with_its_values_and_none_is_left_over():
    known = catalog.SITE.translations.refusals
    assert set(asked()) - set(known) == set()
    assert set(known) - set(asked()) - written() == set()
    for english, others in known.items():
        assert set(others) == set(catalog.LANGUAGES[1:]), english
        for said in others.values():
            assert set(PLACEHOLDER.findall(said)) == set(PLACEHOLDER.findall(english)), said


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_an_address_refuses_in_the_language_asked_for_or_preferred(language):
    asked_for = CLIENT.get(f"/extracts/trade_balance.csv?from=soon&lang={language}")
    preferred = CLIENT.get(
        "/extracts/trade_balance.json?from=soon", headers={"Accept-Language": f"{language}, de;q=0.5"}
    )
    assert (asked_for.status_code, asked_for.text) == (400, SAID[language])
    assert (preferred.json()["detail"], preferred.headers["Content-Language"]) == (SAID[language], language)
    assert "Accept-Language" in preferred.headers["Vary"]


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_the_command_line_speaks_the_language_asked_for(language, capsys):
    assert main(["trade_balance", "from=soon", "--lang", language]) == 2
    assert capsys.readouterr().err.strip() == SAID[language]
    assert main(["trade_balance", "--help", "--lang", language]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(catalog.question("trade_balance", language))
    assert catalog.about("trade_balance", language) in printed
    assert main(["--help", "--lang", language]) == 0
    printed += capsys.readouterr().out
    assert main(["trade_balance", "--format", "doc", "--lang", language]) == 2
    assert main([f"--lang={language}", "--nothing"]) == 2
    printed += capsys.readouterr().err
    assert [word for word in ENGLISH if word in printed] == (ENGLISH if language == "en" else [])
