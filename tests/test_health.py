"""When is a source overdue?"""

from datetime import date, timedelta

import pytest

from data import catalog, health

SOURCES = catalog.refreshable().sources


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_is_overdue_the_day_after_its_grace(source):
    entry = {"vintage": "2030-06-15"}
    due = health.next_release(source, entry)
    assert due is not None
    last_day = due + timedelta(days=SOURCES[source].grace_days)
    assert last_day > date(2030, 6, 15)
    assert not health.is_overdue(source, entry, due)
    assert not health.is_overdue(source, entry, last_day)
    assert health.is_overdue(source, entry, last_day + timedelta(days=1))
