"""What queries share is made for the first query that names it, once, and tried again where a limit was met."""

import threading
from concurrent.futures import ThreadPoolExecutor

import duckdb
import pytest

from data import engine
from queries import database
from queries.errors import TookTooLong


@pytest.fixture(scope="module")
def opened():
    return database.Database()


def made(tables):
    cursor = tables.cursor()
    return {name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()}


def held(tables):
    """Bytes that all tables take."""
    return tables.cursor().execute("select sum(memory_usage_bytes) from duckdb_memory()").fetchone()[0]


def test_once_all_is_made_more_tables_take_less_memory():
    tables = database.Database()
    before, few = held(tables), made(tables)
    tables.shared.make()
    assert made(tables) > few
    assert held(tables) < 0.8 * before


def test_a_query_under_way_puts_that_off_and_fails_nobody(monkeypatch):
    tables = database.Database()
    before, reader = held(tables), tables.cursor()
    reader.begin()
    reader.execute("select count(*) from countries").fetchall()
    tables.shared.make()
    assert held(tables) > 0.8 * before
    reader.rollback()
    reader.close()
    tables.fetch("countries", "select count(*) from countries", {})
    assert held(tables) < 0.8 * before
    again = []
    monkeypatch.setattr(tables.shared, "_write", lambda: again.append("written"))
    tables.fetch("countries", "select count(*) from countries", {})
    assert again == []


def test_it_is_made_for_the_first_query_that_names_it_and_once(opened, monkeypatch):
    loaded, load = [], engine.load
    monkeypatch.setattr(engine, "load", lambda connection, sql: loaded.append(sql) or load(connection, sql))
    opened.fetch("countries", "select count(*) from countries", {})
    assert loaded == []
    assert "tariff_lines" not in made(opened)
    for _ in range(2):
        # Names are written in capitals where a query was rewritten to trace its sources.
        opened.fetch("events", "select count(*) from EVENT_WORDS", {})
        assert loaded == [engine.EVENT_SEARCH]
    opened.shared.make()
    assert sorted(loaded) == sorted(engine.FILES)
    assert "tariff_lines" in made(opened)


def test_a_query_is_answered_while_it_is_made(monkeypatch):
    tables, begun = database.Database(), threading.Event()

    def slowly(connection, sql):
        begun.set()
        connection.execute("select count(*) from range(1_000_000) a, range(1_000_000) b")

    monkeypatch.setattr(engine, "load", slowly)
    with ThreadPoolExecutor(1) as thread:
        making = thread.submit(tables.shared.make)
        begun.wait()
        try:
            for years in range(20):
                found = tables.fetch("countries", f"select count(*) + {years} as n from countries", {})
                assert found["n"].item() > years
        finally:
            tables._connection.interrupt()
        with pytest.raises(duckdb.InterruptException):
            making.result()


def test_what_met_a_limit_while_it_was_made_is_made_for_the_next(monkeypatch):
    tables, load = database.Database(), engine.load

    def interrupted(connection, sql):
        load(connection, sql)
        raise duckdb.InterruptException("INTERRUPT Error: Interrupted!")

    priced = "select count(*) as years from yearly_prices"
    with monkeypatch.context() as patched:
        patched.setattr(engine, "load", interrupted)
        with pytest.raises(TookTooLong):
            tables.fetch("priced", priced, {})
    assert tables.unavailable == set()
    assert tables.fetch("priced", priced, {})["years"].item() > 10
