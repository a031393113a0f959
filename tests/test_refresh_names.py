"""Names of countries that nobody knew: kept as they are, counted, listed; they stop no source."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import country_names, editions, health, recipe, vintages

KNOWN = sorted(country_names.country_codes() - {""})


@pytest.fixture
def closing(capsys):
    """What was printed since last asked."""
    return lambda: capsys.readouterr().err


@given(st.text(st.characters(categories=["Lu", "Ll"]), min_size=4, max_size=12))
def test_any_unknown_name_stays_as_it_is(name):
    known = pd.Series(["Mexico", name])
    if name in country_names._aliases("ircc") or country_names.SHOWN.search(name):
        return
    assert list(country_names.country_or_name(known, "ircc")) == ["MEX", name]


@pytest.mark.parametrize(
    "name", ["Mexico, United States of", "MEXICO", "Totals of all", "United States", "USA", "World", ""]
)
def test_a_name_that_may_be_one_that_pages_show_is_refused(name):
    with pytest.raises(country_names.UnknownName, match="may stand for a country or total"):
        country_names.country_or_name(pd.Series([name]), "ircc")


def test_nobody_takes_the_code_of_a_country():
    with pytest.raises(country_names.UnknownName):
        country_names.country_or_name(pd.Series(KNOWN[:3]), "ircc")


@pytest.mark.parametrize("source", ["ircc_work_imp", "ircc_study_totals", "statcan_goods", "cimt"])
def test_an_unknown_name_stops_no_source(store, source, closing):
    store.configure("cimt", first_year=2026)
    store.change(unknown_country="Atlantis")
    assert store.refresh(source, accept=(source,)) == 0
    line = next(line for line in closing().splitlines() if line.startswith(f"{source}: refreshed"))
    assert "kept without a code: Atlantis (add the name to data/raw/reference/country_aliases.csv)" in line
    figures = vintages.read(store.edition().figures / f"{source}.parquet")
    assert (figures["country"] == "Atlantis").any()
    assert health.without_code(editions.current()) == {source: ["Atlantis"]}


@pytest.fixture
def atlantis_has_a_code(monkeypatch):
    """From when it is called on, the list of names knows Atlantis."""
    whole = recipe.read
    more = pd.DataFrame({"publisher": ["ircc"], "name": ["Atlantis"], "country": ["ATL"]})
    forget = [country_names._aliases.cache_clear, country_names.country_codes.cache_clear]

    def read(source):
        return pd.concat([whole(source), more]) if source == "country_aliases" else whole(source)

    def from_now_on():
        monkeypatch.setattr(recipe, "read", read)
        for each in forget:
            each()

    yield from_now_on
    for each in forget:
        each()


def test_a_name_that_gets_its_code_goes_on_under_it(store, atlantis_has_a_code):
    def figures():
        return vintages.latest(vintages.read(store.edition().figures / "ircc_study.parquet"))

    store.change(unknown_country="Atlantis")
    assert store.refresh("ircc_study") == 0
    kept = figures()
    assert (kept["country"] == "Atlantis").any()
    atlantis_has_a_code()
    assert store.refresh("ircc_study") == 0
    assert "If-None-Match" in store.official.asked()[-1].headers, "what is there is not fetched again"
    now = figures()
    assert set(now["country"]) == {"ATL" if name == "Atlantis" else name for name in kept["country"]}
    assert now["value"].sum() == kept["value"].sum()
    assert health.without_code(editions.current()) == {}
