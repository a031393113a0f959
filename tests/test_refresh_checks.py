"""Figures an adapter makes are as they must be, whichever source they are of; what is not is one sentence."""

import pandas as pd
import pytest

from data.refresh import checks
from data.refresh.problems import SourceProblem
from data.refresh.settings import names

DAY = pd.Timestamp("2026-11-04").date()
SOUND = pd.DataFrame(
    [
        {"series": series, "item": "", "country": "MEX", "period": DAY, "value": 1.0, "status": "", "published_on": DAY}
        for series in ("imports", "exports")
    ]
)


@pytest.mark.parametrize("name", names())
def test_every_adapter_makes_figures(store, name):
    store.configure("cimt", first_year=2026)
    _, figures = store.ask(name)
    checks.figures(figures, name)


BROKEN = {
    "no column": (
        SOUND.drop(columns="value"),
        "lacks the column value; it has series, item, country, period, status, published_on",
    ),
    "text for a number": (SOUND.assign(value="1"), "has str in the column value, not float64"),
    "no day": (SOUND.assign(period="2026-11"), "has a day that is none: 2026-11"),
    "no country": (SOUND.assign(country=["MEX", None]), "has an empty cell in the column country"),
    "doubled": (SOUND.assign(series="imports"), "has 1 rows twice, the first is imports, , MEX, 2026-11-04"),
    "nothing": (SOUND.iloc[:0], "has no rows"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_are_no_figures_is_said(name):
    frame, sentence = BROKEN[name]
    with pytest.raises(SourceProblem) as error:
        checks.figures(frame, "cimt")
    assert str(error.value) == f"The table of figures made for cimt {sentence}."


def test_a_value_may_be_missing_and_other_columns_may_be_there():
    checks.figures(SOUND.assign(value=[None, 1.0], vector="v1"), "cimt")


def test_an_adapter_that_makes_no_figures_stops_its_own_source_only(store, monkeypatch):
    from data.sources import bank_of_canada

    ask = bank_of_canada.ask

    def without_value(web, settings):
        answers, figures = ask(web, settings)
        return answers, figures.drop(columns="value")

    monkeypatch.setattr(bank_of_canada, "ask", without_value)
    assert store.refresh("bank_of_canada", "statcan_services") == 1
    assert "made for bank_of_canada lacks the column value" in store.sentence("bank_of_canada")
    assert store.outcome("statcan_services") == "refreshed"
