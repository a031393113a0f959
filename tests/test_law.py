"""Days of one law share their answers, and only where a query sees no other day."""

import pytest

import queries
from data import editions
from queries import answering, law

SHARED = [name for name in queries.names() if law.uses(queries.describe(name).sql).law_only]
IN_THE_MIDDLE = "2025-09-24"
FEW = {"partner": ["CAN", "MEX"]}


def test_queries_that_show_their_day_are_not_among_them():
    assert {"tariff_rate", "tariff_coverage", "tariff_by_sector", "tariff_moments", "tariff_ranking"} <= set(SHARED)
    assert "tariff_with_remedies" in SHARED
    assert not {"tariff_measures", "whole_duty", "canada_surtaxes", "as_published"} & set(SHARED)


def first_day(query, given):
    changes = queries._changes(editions.now().name, law.uses(query.sql).remedies)
    return law.first_day(query.sql, given, changes)["date"]


@pytest.mark.parametrize("name", SHARED)
def test_a_day_is_answered_as_if_it_had_been_asked_by_itself(name):
    query = queries.describe(name)
    few = {key: value for key, value in FEW.items() if isinstance(query.params.get(key), list)}
    given = {**query.params, **query.example, **few, "date": IN_THE_MIDDLE}
    shared = queries.ask(name, **given)
    assert first_day(query, given) < IN_THE_MIDDLE
    alone = answering.answered(query, given)
    assert shared.frame.equals(alone.frame)
    assert shared.sources == alone.sources
    assert shared.params["date"] == IN_THE_MIDDLE


@pytest.mark.parametrize("day", ["2025-07-28", "2025-07-29", "2025-09-10", "2025-09-11"])
def test_remedies_change_on_their_own_days(day):
    query = queries.describe("tariff_with_remedies")
    shared = queries.ask("tariff_with_remedies", **FEW, date=day).frame
    assert shared.equals(answering.answered(query, {**query.params, **FEW, "date": day}).frame)
    assert (first_day(query, {**query.params, "date": day}) == day) == (day in ("2025-07-29", "2025-09-11"))


def test_remedies_before_the_first_law_are_no_days_of_new_law():
    edition = editions.now().name
    assert queries._changes(edition, True)[0] == queries._changes(edition)[0] == "2025-01-01"


def test_the_table_of_laws_changes_on_no_other_day():
    history = queries.ask("tariff_history").frame
    assert set(history["valid_from"].dt.strftime("%Y-%m-%d")) <= set(queries._changes(editions.now().name))


def test_a_day_before_the_first_law_and_a_month_stay_what_they_are():
    sql = "select * from tariff_parts($date, ['CAN'], 'kept', 'since_july_2025', 0.4, [])"
    assert law.uses(sql) == (True, False, False)
    for day in ("2024-12-31", "2025-03"):
        assert law.first_day(sql, {"date": day}, ["2025-01-01", "2025-03-04"]) == {"date": day}
    assert law.first_day(sql, {"date": "2025-03-10"}, ["2025-01-01", "2025-03-04"]) == {"date": "2025-03-04"}
    by_month = f"{sql} where month <= date_trunc('month', cast($date as date))"
    assert law.first_day(by_month, {"date": "2025-04-10"}, ["2025-03-04"]) == {"date": "2025-04-01"}
    assert not law.uses(f"{sql} where day < cast($date as date)").law_only
    in_force = "cast($date as date) between valid_from and coalesce(valid_to, date '9999-12-31')"
    assert law.uses(f"{sql} where 1 = (select 1 from trade_remedy_rates where a = 'b' and {in_force})").law_only
    assert not law.uses(f"{sql} where 1 = (select 1 from canada_surtaxes where {in_force})").law_only


def test_other_laws_are_made_ahead_the_nearest_last_and_two_where_something_is_chosen():
    sql = "select * from tariff_parts($date, $partner, $cusma, 'since_july_2025', 0.4, [])"
    changes = ["2025-01-01", "2025-02-04", "2025-04-05", "2025-08-07"]
    defaults = {"date": "2026-10-02", "partner": ["CAN"], "cusma": "kept"}

    def days(of=sql, **given):
        return [params["date"] for params in law.others(of, {**defaults, **given}, defaults, changes)]

    assert days(date="2025-04-05", partner=["MEX"]) == ["2025-01-01", "2025-02-04", "2025-08-07"]
    assert days(date="2025-04-05", cusma="lapsed") == ["2025-02-04", "2025-08-07"]
    assert days(date="2025-01-01", cusma="lapsed") == ["2025-02-04"]
    assert days(date="2024-12-31") == ["2025-08-07", "2025-04-05", "2025-02-04", "2025-01-01"]
    by_month = f"{sql} where month <= date_trunc('month', cast($date as date))"
    assert set(days(by_month, date="2025-04-05")) == {
        *("2025-01-01", "2025-02-01", "2025-02-04", "2025-03-01"),
        *("2025-04-01", "2025-05-01", "2025-06-01", "2025-07-01", "2025-08-01", "2025-08-07"),
    }


def test_what_was_asked_for_is_not_made_ahead_again(monkeypatch):
    jobs, soon = {}, {}
    monkeypatch.setattr(queries.IDLE, "later", soon.__setitem__)
    monkeypatch.setattr(queries.IDLE, "some_day", jobs.__setitem__)
    given = {"date": IN_THE_MIDDLE, "partner": ["MEX"]}
    queries.ask("tariff_moments", **given)
    changes = queries._changes(editions.now().name)
    begins = law.first_day(queries.describe("tariff_moments").sql, given, changes)["date"]
    place = changes.index(begins)
    assert [dict(params)["date"] for _, _, params in soon] == [changes[place - 1], changes[place + 1]]
    made = [dict(params)["date"] for _, _, params in jobs]
    assert set(made) == {*changes} - {begins}
    for job in jobs.values():
        job()
    jobs.clear()
    queries.ask("tariff_moments", **given | {"date": changes[5]})
    assert not jobs
