"""Years of one answer: which queries only keep the rows of a span, and that these are the rows that DuckDB gives."""

import pandas as pd
import pytest

import queries
from queries import answering, database, sources, span
from tests.answers import forget_answers

SPANS = [(2010, 2015), (1995, 2001), (2020, 2020), (2024, 2026), (1962, 1965)]
KEEP_ROWS = [
    name for name in queries.names() if "from" in (query := queries.describe(name)).params and span.cut(query.sql)
]


@pytest.mark.parametrize("name", KEEP_ROWS)
def test_the_rows_of_a_span_are_those_that_duckdb_gives(name):
    query = queries.describe(name)
    sql = sources.traced(query.sql).sql or query.sql
    for params in (query.params, {**query.params, **query.example}):
        for first, last in [*SPANS, (params["from"], params["to"])]:
            asked = {**params, "from": first, "to": last}
            pd.testing.assert_frame_equal(
                answering.rows(query, sql, asked), answering.fetched(query, sql, asked), check_exact=True
            )


def test_most_queries_of_years_are_among_them():
    assert {
        "trade_balance",
        "direct_investment",
        "study_permits",
        "trade_by_sector",
        "two_ledgers",
        "event_marks",
        "trade_summary",
        "events",
    } <= {*KEEP_ROWS}
    assert not {"event_counts", "trade_periods", "measured_months"} & {*KEEP_ROWS}


BETWEEN = "from t where year between $from and $to"


@pytest.mark.parametrize(
    ("sql", "is_kept"),
    [
        (f"select year, x {BETWEEN}", True),
        (f"select t.year, x {BETWEEN.replace('year', 't.year')} and x > $least order by year", True),
        (f"select year, x {BETWEEN} or x = 1", False),
        (f"select year, sum(x) as x {BETWEEN} group by year", False),
        (f"select year, rank() over (order by x) as place {BETWEEN}", False),
        (f"select year, x {BETWEEN} order by x limit 3", True),
        (f"select year, x {BETWEEN} order by x limit $top", True),
        (f"select year, x {BETWEEN} order by x limit 3 offset 1", False),
        (f"select year, x {BETWEEN} limit 3", False),
        (f"select distinct year {BETWEEN}", False),
        (f"select year {BETWEEN} group by year", False),
        (f"select year, x, $from as first {BETWEEN}", False),
        (f"select year + 1 as year, x {BETWEEN}", False),
        (f"select x {BETWEEN}", False),
        ("select year, x from t where year between $to and $from", False),
        ("with kept as (select year, x from t where year between $from and $to) select year, x from kept", False),
    ],
)
def test_a_span_that_does_more_is_asked_for_by_itself(sql, is_kept):
    assert bool(span.cut(sql)) is is_kept


def test_another_span_asks_no_sql_and_names_its_own_sources(monkeypatch):
    forget_answers()
    asked, fetch = [], database.Database.fetch

    def noted(self, name, sql, params):
        asked.append(name)
        return fetch(self, name, sql, params)

    monkeypatch.setattr(database.Database, "fetch", noted)
    cited = [
        queries.ask("trade_balance", **{"from": first, "to": last}) for first, last in ((1990, 1995), (2020, 2024))
    ]
    assert asked == ["trade_balance"]
    assert [(int(answer.frame["year"].min()), int(answer.frame["year"].max())) for answer in cited] == [
        (1990, 1995),
        (2020, 2024),
    ]
    assert {*cited[0].sources} != {*cited[1].sources}
