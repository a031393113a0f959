"""`/sql`: its page in three languages, and its questions over tables that are read as the page reads them."""

import json
import re

import duckdb
import pandas as pd
import pytest
from markupsafe import escape
from starlette.applications import Starlette
from starlette.testclient import TestClient

import extracts
import queries
from data import catalog
from ui.sql import routes
from ui.sql.starts import starts, tables

PAGE = TestClient(Starlette(routes=routes.ROUTES))
# Words with quotes and commas, days, numbers that are missing.
ASKED = ["countries", "agenda", "trade_balance", "visitor_visas"]


@pytest.mark.parametrize("name", ASKED)
def test_a_question_gives_in_a_browser_what_it_gives_here(name, tmp_path):
    (sql,) = (start["sql"] for start in starts("en") if start["name"] == name)
    with duckdb.connect() as browser:
        for table, columns in tables().items():
            if re.search(rf"\b{table}\b", sql):
                csv = tmp_path / f"{table}.csv"
                csv.write_bytes(extracts.write(queries.table(table), "csv"))
                types = ", ".join(f"'{column}': '{kind}'" for column, kind in columns)
                reads = "header = true, delim = ',', quote = '\"', escape = '\"'"
                kept = f"columns = {{{types}}}, force_not_null = [{', '.join(column for column, kind in columns if kind == 'VARCHAR')}]"
                browser.execute(f"create table {table} as from read_csv('{csv}', {reads}, {kept})")
        found = browser.execute(sql).df()
    expected = queries.ask(name, **queries.describe(name).example).frame
    pd.testing.assert_frame_equal(found, expected, check_dtype=False, rtol=1e-9)


def test_questions_need_nothing_that_only_the_site_makes():
    named = {start["name"] for start in starts("en")}
    assert "trade_balance" in named
    assert named.isdisjoint({"tariff_rate", "search", "claims", "events"})
    assert not any("$" in start["sql"] for start in starts("en"))


@pytest.mark.parametrize(("language", "button"), [("en", "Run"), ("fr", "Exécuter"), ("es", "Ejecutar")])
def test_the_page_speaks_the_readers_language(monkeypatch, language, button):
    monkeypatch.setattr(routes, "is_fetched", lambda: True)
    page = PAGE.get(f"/sql?lang={language}").text
    assert f">{button}</button>" in page
    given = json.loads(re.search(r'id="given">(.+?)</script>', page)[1])
    assert given["tables"]["countries"]
    assert f">{escape(catalog.question('trade_balance', language))}</option>" in page
    assert f'<html lang="{language}">' in page


def test_without_duckdb_the_page_says_how_to_add_it(monkeypatch, tmp_path):
    monkeypatch.setitem(routes.FILES, "duckdb.js", (tmp_path, "text/javascript"))
    page = PAGE.get("/sql").text
    assert "<code>make sql</code>" in page
    assert "<textarea" not in page
    assert PAGE.get("/sql/duckdb.js").status_code == 404
    assert PAGE.get("/sql/routes.py").status_code == 404
    assert PAGE.get("/sql/page.js").headers["content-type"].startswith("text/javascript")
