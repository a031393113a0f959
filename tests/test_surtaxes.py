"""Canada's surtaxes: what is in force on a day, what ended, what never came."""

import pytest

import queries
from tests.visits import html, visit


def in_force(day):
    frame = queries.ask("canada_surtaxes", date=day).frame
    return set(frame.loc[frame["surtax_state"] == "in_force", "surtax"])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-03-03", set()),
        ("2025-03-04", {"goods_2025"}),
        ("2025-08-31", {"goods_2025", "steel_2025", "aluminum_2025", "other_2025", "autos_2025"}),
        ("2025-09-01", {"steel_2025", "aluminum_2025", "autos_2025"}),
        ("2026-09-08", {"steel_2025", "aluminum_2025", "autos_2025", "goods_2026"}),
    ],
)
def test_a_surtax_is_in_force_from_its_first_to_its_last_day(day, expected):
    assert in_force(day) == expected


def test_what_was_never_ordered_is_in_no_sum():
    frame = queries.ask("canada_surtaxes", date="2026-09-08").frame.set_index("surtax")
    assert frame.loc["announced_2025", "surtax_state"] == "never"
    assert frame["in_force_cad_m"].max() < frame.loc["announced_2025", "value_cad_m"]
    counted = frame.loc[frame["surtax_state"] == "in_force", "value_cad_m"].sum()
    assert frame["in_force_cad_m"].unique() == [counted]


def test_the_page_tells_what_is_charged_from_what_never_was():
    page = html(visit("tariffs", "en", view="surtaxes", date="2025-03-20"))
    assert "Canada’s surtaxes reach C$59.8\xa0bn of U.S. goods on 20 March 2025" in page
    assert "announced, never in force, C$125\xa0billion" in page
    assert "No Canadian surtax on U.S. goods is in force" in html(
        visit("tariffs", "en", view="surtaxes", date="2025-02-10")
    )
