"""Every query that does not stay with DuckDB answers the same, cell for cell and source for source, on a cluster."""

import os
import re
import subprocess
import sys
import threading

import pandas as pd
import pytest
import sqlglot
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import lineage
from extracts.routes import ROUTES
from queries import cluster, database, spark_sql
from queries.cancellation import Cancellation
from queries.settings import PREFIX, WrongSettings, settings
from tests.cluster import forget
from tests.visits import visit

ALL = {name: queries.describe(name) for name in queries.names()}
PORTABLE = [name for name, query in ALL.items() if query.engine is None]
# What Spark has no word for; the days of new law are asked for with every rate, so they stay where the rates are.
ONLY_HERE = re.compile(r"\b(strip_accents|date_sub)\(")
# What adds up floats in another order differs in their last digits.
LAST_DIGITS = 1e-12
NOBODY = "sc://127.0.0.1:9"
SITE = TestClient(Starlette(routes=ROUTES))


@pytest.fixture(scope="module")
def here():
    """What DuckDB answers, taken before there is a cluster."""
    return {name: queries.ask(name, **ALL[name].example) for name in PORTABLE}


@pytest.fixture(scope="module")
def there(here, sail):
    """The site with that server as its engine."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(f"{PREFIX}ENGINE", sail)
        forget()
        yield
    forget()


@pytest.mark.parametrize("name", PORTABLE)
def test_an_answer_is_the_same_on_both_engines(name, here, there):
    answer, known = queries.ask(name, **ALL[name].example), here[name]
    pd.testing.assert_frame_equal(answer.frame, known.frame, rtol=LAST_DIGITS, atol=0)
    assert (answer.tables, answer.sources, answer.params) == (known.tables, known.sources, known.params)


# Sail works out while it plans, and refuses, a division by zero that no row of these reaches.
PLANNED_AWAY = {"measured_months", "partner_rank"}


@pytest.mark.parametrize("name", ALL)
def test_a_query_stays_with_duckdb_only_where_it_must(name):
    shared = lineage.made_by_engine().keys() - {"yearly_prices"}
    used = lineage._names_used(sqlglot.parse_one(ALL[name].sql, dialect=lineage.DIALECT))
    needs = shared & used or ONLY_HERE.search(ALL[name].sql) or name in PLANNED_AWAY
    assert (ALL[name].engine == "duckdb") == bool(needs)


def test_the_cluster_is_what_answers_and_holds_the_rows(there, monkeypatch):
    def refuse(_, name, *__):
        raise AssertionError(f"{name} was put to DuckDB")

    count = "select (select count(*) from services_trade_annual) as year, (select count(*) from countries) as rank"
    assert database.opened().fetch("here", count, {}).iloc[0].map(bool).tolist() == [False, True]
    monkeypatch.setattr(database.Database, "fetch", refuse)
    assert len(queries.ask("trade_balance", **{"from": 2001, "to": 2003}).frame) == 3
    assert len(queries.table("services_trade_annual").frame) > 100
    with pytest.raises(AssertionError, match="was put to DuckDB"):
        queries.ask("event_years")


def test_values_are_bound_and_never_written(there):
    given = {"imposing": ["x' or 1=1"], "date": "'", "status": [], "lang": "en"}
    text, values = spark_sql.bound(ALL["tariff_measures"].sql, given)
    assert values == {f"given_{name}": value for name, value in given.items()}
    assert "or 1=1" not in text
    assert queries.ask("tariff_measures", imposing=["x') or 1=1 --"]).frame.empty
    with pytest.raises(queries.BadParameter, match="quoted_figures"):
        queries.ask("quoted_figures", first_day="2025-99-99")


@pytest.fixture
def endless(there, monkeypatch):
    """Questions that the cluster answers only once it was told to stop: when it begins and stops, what it was told."""
    begun, stopped, told = threading.Event(), threading.Event(), []

    def rows(session, *_):
        monkeypatch.setattr(session.spark, "interruptTag", lambda tag: (told.append(tag), stopped.set()))
        begun.set()
        assert stopped.wait(120)
        raise OSError("interrupted")

    monkeypatch.setattr(cluster.Session, "rows", rows)
    monkeypatch.setattr(cluster, "_open", {})
    return begun, stopped, told


def test_the_time_limit_holds_on_the_cluster_and_it_is_told_to_stop(endless, having):
    having(query_seconds="0.2")
    with pytest.raises(queries.OverLimit, match=r"trade_balance: .* longer than 0.2 seconds"):
        queries.ask("trade_balance")
    _, stopped, told = endless
    assert stopped.wait(120)
    assert re.fullmatch("[0-9a-f]{32}", told[0])


def test_who_leaves_stops_what_runs_on_the_cluster(endless):
    leaving, (begun, stopped, _) = Cancellation(), endless
    threading.Thread(target=lambda: begun.wait(120) and leaving.cancel()).start()
    with leaving.applied(), pytest.raises(queries.Cancelled):
        queries.ask("trade_balance", **{"from": 2009})
    assert stopped.wait(120)


def test_no_answer_of_the_cluster_has_more_rows_than_it_may(there, having):
    having(answer_rows="20")
    with pytest.raises(queries.TooLarge, match="trade_balance: the answer is larger than 20 rows"):
        queries.ask("trade_balance", **{"from": 1990, "to": 2015})
    assert len(queries.ask("trade_balance", **{"from": 2010, "to": 2015}).frame) == 6


def test_a_cluster_that_forgot_the_session_is_told_again(there):
    queries.ask("trade_balance", **{"from": 2016, "to": 2016})
    for session in cluster._open.values():
        session.spark.stop()
    assert len(queries.ask("trade_balance", **{"from": 2017, "to": 2018}).frame) == 2


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "cannot be reached just now"), ("fr", "injoignable"), ("es", "no está disponible")],
)
def test_a_cluster_that_is_away_is_one_sentence_and_the_rest_goes_on(having, language, says):
    having(engine=NOBODY, engine_for="services_trade_annual,permits_annual")
    gone = visit("people", language)
    assert says in gone.error[0].value
    assert not gone.exception
    if language == "en":
        answer = SITE.get("/extracts/services_trade.json")
        assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
        assert answer.json()["detail"].startswith("services_trade: the cluster that answers this question cannot be")
        assert "127.0.0.1" not in answer.text
        assert SITE.get("/extracts/trade_balance.json").status_code == 200
        assert not visit("agenda").error


def test_a_table_that_the_cluster_does_not_hold_is_the_same_sentence(sail, having, tmp_path):
    having(engine=sail, engine_tables=tmp_path.as_uri())
    with pytest.raises(queries.EngineAway, match="does not hold its tables"):
        queries.ask("asylum_decisions")


def test_wrong_settings_are_sentences(having, monkeypatch):
    having(engine="spark", engine_for="nothing")
    with pytest.raises(
        WrongSettings, match=r"(?s)DASHBOARD_ENGINE: .*DASHBOARD_ENGINE_FOR: .*there is no table nothing"
    ):
        settings()
    monkeypatch.setattr("queries.settings.find_spec", lambda _: None)
    having(engine=NOBODY, engine_for="")
    with pytest.raises(WrongSettings, match=r"DASHBOARD_ENGINE: .*requirements-scale\.txt"):
        settings()


def test_without_a_cluster_its_client_is_not_imported():
    code = "import sys, queries, queries.cluster; print({'pyspark', 'grpc'} & {*sys.modules})"
    alone = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=alone)
    assert done.stdout == "set()\n"


def test_a_library_that_would_end_the_process_is_an_error_at_once():
    with pytest.raises(RuntimeError, match="-1"):
        cluster.Asking().within(60, lambda: sys.exit(-1))
