"""What pages say: published numbers, sentences true under a filter, ages, sources."""

import json
import re

import pytest

import queries
from tests.seen.charts import frames
from tests.visits import charts, html, notices, visit


def test_sentences_stay_true_under_a_filter():
    one = html(visit("trade", "en", sector="09"))
    assert "the widest gap" not in one
    assert "Metals: Mexico sold US$" in one
    assert "top of the sectors chosen" in html(visit("trade", "en", sector="05,09"))
    asylum = html(visit("people", "en", view="asylum", **{"from": "2024"}))
    assert "the most was 23,690 in 2023" in asylum


@pytest.mark.parametrize(
    ("code", "joint", "alone"),
    [
        ("en", "Motor vehicles and other transport equipment", "Motor vehicles and parts"),
        ("fr", "Véhicules automobiles et autre matériel de transport", "Véhicules automobiles et pièces"),
        ("es", "Vehículos automotores y otro equipo de transporte", "Vehículos automotores y autopartes"),
    ],
)
def test_a_sector_that_a_lens_does_not_split_has_one_name_in_it(code, joint, alone):
    at = visit("trade", code, lens="wiod", sector="12", turned_on=("rows:sectors",))
    assert html(at).count(joint) >= 2
    # On paper the footer says the choice itself, which has one name in all lenses.
    assert alone not in html(at).split("<footer")[0]
    assert joint in set(at.table[0].value.iloc[0])


def test_one_event_is_one_event():
    page = html(visit("timeline", "en", text="Southeast Gateway"))
    assert "themselves: <strong>1 repair</strong>. The " in page
    assert "holds <strong>1 event</strong>" in page


def test_the_timeline_leads_with_the_relation_itself():
    page = html(visit("timeline", "en"))
    counts = {}
    for field, scopes in {
        "relation": ["canada-mexico"],
        "wider": ["trilateral", "canada-us", "mexico-us", "third-country"],
    }.items():
        acts = queries.ask("event_counts", scope=scopes, **{"from": 2016}).frame.set_index("effect")["acts"]
        counts[field] = (acts["strain"], acts["repair"])
    relation = "themselves: <strong>{} strains and {} repairs</strong>.".format(*counts["relation"])
    wider = "In the wider field: {} strains and {} repairs.".format(*counts["wider"])
    assert 0 < page.index(relation) < page.index(wider)
    only = html(visit("timeline", "en", scope="canada-us"))
    assert "Canada and Mexico themselves" not in only


def test_answers_hold_the_published_numbers():
    page = html(visit("overview", "en")).replace("\xa0", " ")
    assert "C$47.5 billion" in page
    assert "C$8.7 billion" in page
    assert "47,5 milliards de dollars canadiens" in html(visit("overview", "fr")).replace("\xa0", " ")
    assert "47 500 millones de dólares canadienses" in html(visit("overview", "es")).replace("\xa0", " ")
    assert "16,980" in html(visit("people", "en"))
    assert "137 events" in html(visit("timeline", "en", **{"from": "1944"}))


def test_two_books_of_2025():
    page = html(visit("ledgers", "en")).replace("\xa0", " ")
    assert "US$38.3 billion" in page
    assert "US$22.2 billion" in page
    for figure in ("×1.73", "×1.97", "US$31.9 bn", "US$9.6 bn"):
        assert figure in page


def test_pages_lead_to_the_books_and_the_claims():
    for name in ("trade", "overview"):
        page = html(visit(name, "en"))
        assert 'href="ledgers?' in page
        assert 'href="claims?' in page


def drawn_years(at):
    """The first and last year of the first chart."""
    proto = charts(at)[0].proto
    years = frames(proto, json.loads(proto.spec))["source"]["year"]
    return years.min(), years.max()


def test_trade_opens_with_1993_and_earlier_years_are_one_choice_away():
    opened = visit("trade", "en")
    assert (opened.slider[0].min, opened.slider[0].value) == (1962, (1993, 2026))
    assert drawn_years(opened) == (1993, 2025)
    assert drawn_years(visit("trade", "en", **{"from": "1962"})) == (1962, 2025)


def test_no_card_multiplies_money_of_another_age():
    for name in ("trade", "overview"):
        assert not re.search(r"times (the|that of) ?\d{4}", html(visit(name, "en")))


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"measure": "constant"}, "Goods at 2025 prices: C$53.5 bn bought in 2025, C$6.9 bn in 1993"),
        ({"measure": "constant", "base": "2015"}, "Goods at 2015 prices"),
        ({"measure": "share"}, "Mexico supplies 6.8% of Canada’s imports, takes 1.1% of exports"),
        ({"measure": "index", "base": "2015"}, "Goods (2015 = 100): imports reach 171, exports 134 in 2025"),
        ({"view": "growth", "base": "2015"}, "Goods (2015 = 100): imports reach 171, exports 134 in 2025"),
        ({"view": "months"}, "August 2026: imports +26%, exports +17% on a year before"),
        ({"view": "months", "show": "twelve"}, "Twelve months to August 2026: C$59.7"),
        ({"view": "months", "show": "months"}, "August 2026: imports +26%, exports +17% on a year before"),
        ({"view": "months", "show": "change"}, "Percent change on the same month of the year before"),
    ],
    ids=str,
)
def test_trade_in_another_measure(params, said):
    assert said in html(visit("trade", "en", **params)).replace("\xa0", " ")


def test_a_sector_answers_in_the_lede_the_cards_and_the_first_chart():
    at = visit("trade", "en", sector="12")
    page = html(at).replace("\xa0", " ")
    assert "Motor vehicles and parts: in 2022 Canada bought <strong>US$12.4 billion</strong>" in page
    assert "C$53.5" not in page
    assert "Vehicles and parts: US$12.4 bn bought, US$1.8 bn sold in 2022" in page
    assert "Motor vehicles and other transport equipment: in 2011" in html(
        visit("trade", "en", sector="12", lens="wiod")
    )
    assert not {"address:currency", "address:measure"} & {one.key for one in at.button_group}
    asked = visit("trade", "en", sector="12", view="months")
    assert notices(asked) == ["Months: nothing of it for what is chosen here; the first view is shown."]


def test_the_last_year_reaches_the_partners():
    ranked = html(visit("trade", "en", view="partners", to="2024"))
    assert "2024: Mexico is 3rd by two-way trade" in ranked
    assert "are at hand for 2024–2026" in " ".join(
        info.value for info in visit("trade", "en", view="partners", to="2010").info
    )


def test_headlines_say_how_old_they_are():
    page = html(visit("overview", "en"))
    assert page.count("the period ended") == 4
    assert "latest published" not in page
    for name in ("overview", "trade", "ledgers", "investment", "people"):
        assert (
            "latest at hand, vintage" in html(visit(name, "en")).partition('<p class="answer">')[2].partition("</p>")[0]
        )
    for name in ("timeline", "tariffs"):
        assert "2 October 2026" in html(visit(name, "en")).partition('<p class="answer">')[2].partition("</p>")[0]


def test_sources_name_what_a_figure_holds():
    assert "This project" in html(visit("timeline", "en"))
    sectors = html(visit("ledgers", "en", view="sectors"))
    source = sectors[sectors.rindex('class="source"') :]
    assert "OECD" in source
    assert "WIOD" not in source
    waiting = html(visit("data", "en", table="us_duties_collected"))
    assert "they come with a refresh of U.S. Census Bureau" in waiting


def test_a_peak_is_not_compared_with_itself():
    peak = html(visit("people", "en", view="asylum", **{"from": "2018", "to": "2023"}))
    assert "Mexicans claimed asylum 23,690 times in 2023, IRCC’s highest count" in peak
    assert "peaked" not in peak
    assert "peaked at 23,690 in 2023; 4,810 in 2025" in html(visit("people", "en", view="asylum"))
