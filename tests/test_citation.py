"""A citation says the same in every form and language, and agrees with CITATION.cff."""

import re
from datetime import date

import openpyxl
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import extracts
import queries
from data import clock
from extracts import citation, version
from extracts.command_line import main
from extracts.routes import ROUTES
from tests.test_docs import ROOT

CLIENT = TestClient(Starlette(routes=ROUTES))
DAY = date(2026, 12, 1)
ASKED = "/extracts/trade_balance.cite.{}?from=2015&lang={}"
SITES = {
    "en": "Canada–Mexico policy dashboard",
    "fr": "Tableau de bord des politiques Canada–Mexique",
    "es": "Tablero de política Canadá–México",
}
AUTHORS = {
    "en": version.AUTHOR,
    "fr": "Équipe du tableau de bord des politiques Canada–Mexique",
    "es": "Equipo del tablero de política Canadá–México",
}
DAYS = {"en": "Accessed 1 December 2026.", "fr": "Consulté le 1er décembre 2026.", "es": "Consultado el 1 de diciembre"}


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: DAY)


def test_it_agrees_with_the_file_for_citing_the_site():
    stated = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    for fact in (
        f"name: {version.AUTHOR}\n",
        f"version: {version.version()}\n",
        f"date-released: {version.released()}\n",
    ):
        assert fact in stated
    assert f"title: The {SITES['en']}\n" in stated


@pytest.mark.parametrize("language", SITES)
def test_every_form_states_the_same_facts(language):
    text, bib, ris = (CLIENT.get(ASKED.format(form, language)).text for form in ("txt", "bib", "ris"))
    (csl,) = CLIENT.get(ASKED.format("csl.json", language)).json()
    lang = "" if language == "en" else f"&lang={language}"
    address = f"http://testserver/extracts/trade_balance.csv?from=2015{lang}"
    question = queries.question(queries.describe("trade_balance"), language)
    for written in (text, bib, ris):
        assert all(fact in written for fact in (AUTHORS[language], question, SITES[language], address, "(2026-10)"))
    assert DAYS[language] in text
    assert "  urldate = {2026-12-01},\n" in bib
    assert "\r\nY2  - 2026/12/01\r\n" in ris
    assert csl["accessed"] == {"date-parts": [[2026, 12, 1]]}
    assert (csl["title"], csl["URL"], csl["container-title"]) == (question, address, SITES[language])
    assert csl["issued"]["date-parts"][0][0] == version.released().year


def test_what_is_special_to_a_form_is_escaped():
    found = citation.cited(queries.ask("trade_balance"), "", "en", title="50 % of {C$}\nis_a \\trap & more")
    assert r"title = {{50 \% of \{C\$\} is\_a \textbackslash{}trap \& more}}" in citation.as_bibtex(found)
    assert re.search(r"^TI  - 50 % of \{C\$\} is_a \\trap & more\r$", citation.as_ris(found), re.MULTILINE)


def test_unknown_forms_are_named():
    refused = CLIENT.get("/extracts/trade_balance.cite.enw")
    assert refused.status_code == 404
    assert "cite.bib, cite.ris" in refused.text


@pytest.mark.parametrize("form", extracts.FORMATS)
def test_the_command_line_writes_the_bytes_of_the_address(form, tmp_path, capsysbinary):
    out = tmp_path / f"rows.{form}"
    assert main(["trade_balance", "from=2020", "--out", str(out)]) == 0
    assert capsysbinary.readouterr().out == b""
    answer = queries.ask("trade_balance", **{"from": 2020})
    assert out.read_bytes() == extracts.write(answer, form)
    if form in ("csv", "json", "parquet"):
        assert out.read_bytes() == CLIENT.get(f"/extracts/trade_balance.{form}?from=2020").content


def test_the_command_line_cites_and_speaks_a_language(tmp_path, capsysbinary):
    assert main(["trade_balance", "--cite", "ris", "--lang", "fr"]) == 0
    assert SITES["fr"].encode() in capsysbinary.readouterr().out
    out = tmp_path / "rows.xlsx"
    assert main(["trade_balance", "from=2020", "--lang", "es", "--out", str(out)]) == 0
    assert openpyxl.load_workbook(out).sheetnames == ["trade_balance", "Notas"]
    assert main(["trade_balance", "--out", str(tmp_path / "nowhere" / "rows.csv")]) == 1
    assert b"cannot be written" in capsysbinary.readouterr().err
