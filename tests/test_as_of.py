"""`as_of`: an answer as it stood on a day, for every query whose rows come in several vintages."""

import pandas as pd
import pytest

import queries
from data import catalog, lineage

# What tells the versions of a figure apart, in the key of a table or in a row of an answer.
DATED = ("vintage", "published_on")


def keeps_vintages(table):
    """Whether a table holds a figure as more than one release had it."""
    entry = catalog.table(table)
    return "is_newest" in entry.columns or bool(set(DATED) & set(entry.grain))


def dated(frame):
    """The column that says of every row when it was published; none where some rows do not say it."""
    return next((column for column in DATED if column in frame.columns and frame[column].notna().all()), None)


def days(frame):
    """When each row was published; of a month its first day."""
    return pd.to_datetime(frame[dated(frame)], format="mixed")


def comes_in_vintages(name):
    query = queries.describe(name)
    if not any(map(keeps_vintages, lineage.tables_read(query.sql))):
        return False
    return dated(queries.ask(name, **query.example).frame) is not None


KNOWN = [name for name in queries.names() if "as_of" in queries.describe(name).params]


def test_every_query_whose_rows_say_their_vintage_takes_a_day():
    """The front page and years covered draw on tables too that keep only what is newest: no day of theirs is whole."""
    assert [name for name in queries.names() if comes_in_vintages(name)] == KNOWN
    assert len(KNOWN) == 10


@pytest.mark.parametrize("name", KNOWN)
def test_nothing_later_than_the_day_is_told_and_without_one_the_newest(name):
    query = queries.describe(name)
    example = {key: value for key, value in query.example.items() if key != "as_of"}
    now = queries.ask(name, **example).frame
    newest = days(now).max()
    pd.testing.assert_frame_equal(queries.ask(name, **example, as_of=f"{newest:%Y-%m-%d}").frame, now)
    day = newest - pd.Timedelta(days=1)
    before = queries.ask(name, **example, as_of=f"{day:%Y-%m-%d}").frame
    assert not before.equals(now)
    told = before.dropna(subset=[dated(now)])
    assert told.empty or days(told).max() <= day


@pytest.mark.parametrize("name", ["direct_investment", "measured_investment"])
def test_the_older_position_comes_back(name):
    """As printed: C$26,855 million at the end of 2019 by the table of April 2021, C$30,089 million by that of 2024."""
    year = {"direction": "outward", "from": 2019, "to": 2019}
    for expected, asked in ((26855, {"as_of": "2021-12-31"}), (30089, {})):
        (value,) = queries.ask(name, **year, **asked).frame["position_cad_m"]
        assert value == expected


def test_permits_of_mexicans_as_the_older_copy_had_them():
    table = queries.table("permits_annual").frame.query("country == 'MEX' and stream == 'study'")
    for vintage, held in table.groupby("vintage"):
        flows = queries.ask("people_flows", stream=["study"], as_of=f"{vintage}-01").frame
        assert dict(zip(flows["year"], flows["persons"], strict=True)) == dict(
            zip(held["year"], held["persons"], strict=True)
        )
        assert flows["is_newest"].all()
