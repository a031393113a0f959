"""What a source no longer names is not what it withdrew: the last published figures stay, marked as such."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data import vintages
from tests.test_refresh_people import figures

KEY = ["country", "item", "period"]
CELLS = st.tuples(st.sampled_from("ABC"), st.sampled_from("xy"), st.integers(1, 4))


def answer(cells, day):
    """Figures of these cells, all of one series and day."""
    rows = [(country, item, f"2025-{month:02}-01") for country, item, month in sorted(cells)]
    frame = pd.DataFrame(rows, columns=KEY).assign(series="s", value=1.0, status="")
    return frame.assign(published_on=day, retrieved=f"{day} 12:00:00")[list(vintages.COLUMNS)]


@settings(deadline=None, max_examples=15)
@given(st.sets(CELLS, min_size=1), st.sets(CELLS, min_size=1))
def test_only_what_is_still_named_and_covered_is_withdrawn(before, after):
    known = vintages.merged(vintages.empty(), answer(before, "2026-01-01"))
    latest = vintages.latest(vintages.merged(known, answer(after, "2026-02-01")))
    latest["month"] = pd.to_datetime(latest["period"]).dt.month
    state = {
        tuple(key): status for *key, status in latest[["country", "item", "month", "status"]].itertuples(index=False)
    }
    countries, items, months = ({cell[place] for cell in after} for place in range(3))
    for cell in before - after:
        named = cell[0] in countries and cell[1] in items
        assert state[cell] == ("unlisted" if not named else "withdrawn" if cell[2] in months else "")
    assert all(state[cell] == "" for cell in after)


def claims(country):
    frame = queries.table("asylum_claims").frame
    years = frame[(frame["publisher"] == "IRCC") & (frame["country"] == country)]
    return years.set_index("year")["claims"].to_dict()


def test_a_country_that_leaves_the_ranking_keeps_its_years(store, capsys):
    store.begin_refreshed("ircc_asylum")
    mexico, everyone = claims("MEX"), claims("WLD")
    store.change(left_ranking="Mexico")
    assert store.refresh("ircc_asylum") == 0
    assert "no longer listed, last published figures kept: MEX" in capsys.readouterr().err
    assert claims("MEX") == mexico
    assert claims("WLD") == pytest.approx(everyone, rel=0.01), "it is counted among the others, and once"
    kept = figures(store, "ircc_asylum")
    assert set(kept.loc[kept["country"] == "MEX", "status"]) <= {"unlisted", "withdrawn"}


def test_a_list_of_all_countries_may_not_lose_mexico(store):
    store.begin_refreshed("ircc_study")
    store.change(left_ranking="Mexico")
    assert store.refresh("ircc_study") == 1
    assert store.sentence("ircc_study").startswith(
        "The answer no longer names MEX, which pages show. (if it is right: --accept"
    )
