"""What is supposed of tariffs reaches every answer, and what cannot be supposed is refused."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from extracts.command_line import main
from tests.test_tariffs import PARTNERS, days, rate

dates = st.deferred(lambda: st.sampled_from(days()))
measures = st.deferred(lambda: st.sampled_from(sorted(set(queries.table("tariff_rules").frame["measure_id"]))))


@given(date=dates, measure=measures, low=st.floats(0, 100), more=st.floats(0, 100))
@settings(max_examples=8, deadline=None)
def test_raising_a_rate_never_lowers_a_bill(date, measure, low, more):
    bills = [rate("duty_usd_m", date=date, override=[f"{measure}:{percent:.4f}"]) for percent in (low, low + more)]
    assert (bills[1] >= bills[0] - 1e-6).all()


@given(date=dates, content=st.floats(0, 1), more=st.floats(0, 1))
@settings(max_examples=8, deadline=None)
def test_more_us_content_never_raises_a_bill(date, content, more):
    low, high = sorted((content, more))
    assert (rate(date=date, content=high) <= rate(date=date, content=low) + 1e-9).all()


WHAT_IFS = [{"cusma": "lapsed"}, {"claims": "2024"}, {"content": 0.0}, {"override": ["US-232-AUTOS:0"]}]
SUPPOSING = [name for name in queries.names() if "cusma" in queries.describe(name).params]


@pytest.mark.parametrize("supposed", WHAT_IFS, ids=lambda supposed: next(iter(supposed)))
@pytest.mark.parametrize("name", SUPPOSING)
def test_a_what_if_reaches_every_query_of_it(name, supposed):
    """A Mexican car has CUSMA claims, U.S. content and a measure of its own: everything that is supposed moves it."""
    query = queries.describe(name)
    asked = {"date": "2025-09-18", "partner": ["MEX"], "hs10": "8703230190"}
    law = {key: value for key, value in asked.items() if key in query.params}
    assert len(queries.ask(name, **law).frame)
    frames = [queries.ask(name, **law, **more).frame for more in ({}, supposed)]
    before, after = (frame.select_dtypes("number") for frame in frames)
    # The lapse is one of the moments already: supposed, it is the what-if itself.
    moments = [list(frame.get("tariff_moment", [])) for frame in frames]
    # Sums of many products differ in their last digits from run to run: that is no difference.
    assert (
        moments[0] != moments[1]
        or before.shape != after.shape
        or not np.allclose(before.astype(float), after.astype(float), equal_nan=True)
    )


def test_of_two_rates_for_one_measure_the_last_counts():
    asked = {"date": "2025-06-04", "partner": ["CAN"]}
    rates = [
        queries.ask("tariff_rate", **asked, override=[f"US-232-STEEL:{rate}" for rate in given]).frame
        for given in ((5, 7), (7,), (5,))
    ]
    assert rates[0]["effective_rate_pct"].item() == rates[1]["effective_rate_pct"].item()
    assert rates[0]["effective_rate_pct"].item() > rates[2]["effective_rate_pct"].item()


def test_without_cusma_only_its_partners_pay_more():
    law, lapsed = (
        queries.ask("tariff_rate", date="2025-09-18", cusma=cusma).frame.set_index("partner")["duty_usd_m"].sort_index()
        for cusma in ("kept", "lapsed")
    )
    assert set(law.index[(lapsed - law).abs() > 1e-6]) == {"CAN", "MEX"}


def test_goods_charged_nothing_are_not_dutiable():
    nothing = [f"{m}:0" for m in queries.ask("tariff_measures_charged", date="2025-09-18").frame["measure_id"]]
    found = queries.ask("tariff_coverage", date="2025-09-18", partner=PARTNERS, override=nothing).frame
    assert (found["dutiable_pct"] == 0).all()


@pytest.mark.parametrize(
    "argument", ["cusma=gone", "claims=2031", "content=3", "override=steel", "override=US-232-STEEL:900", "date=soon"]
)
def test_bad_scenarios_are_refused(argument, capsys):
    assert main(["tariff_rate", argument]) == 2
    assert argument.split("=")[0] in capsys.readouterr().err
