"""What pages read from their link, say of it, and write into it."""

from html import escape

import pytest

from queries.settings import Settings
from tests.visits import EVERY_PARAMETER, EVIL, html, notices, visit
from ui import site
from ui.filters import codes, row


@pytest.mark.parametrize(
    ("page", "params", "said"),
    [
        ("trade", {"view": "no"}, "Look closer: “no” is not known"),
        ("trade", {"from": "soon"}, "“soon” is not known"),
        ("trade", {"year": "1901"}, "There are no figures for 1901 here"),
        ("trade", {"currency": "eur"}, "“eur” is not known"),
        ("timeline", {"event": "e999"}, "“e999”, which the link asks for, is not among what is shown"),
        ("claims", {"claim": "c99"}, "“c99”, which the link asks for"),
        ("tariffs", {"override": "x:y,US-232-STEEL:10", "date": "2025-10-17"}, "“x:y” names no measure charged"),
        ("tariffs", {"cusma": "maybe"}, "“maybe” is not known"),
        ("trade", {"currency": "[b](http://x)"}, "“[b](http://x)” is not known"),
        ("data", {"text": "**z**"}, "“**z**”"),
    ],
    ids=str,
)
def test_what_a_link_asks_for_in_vain_is_said(page, params, said):
    assert any(said in notice for notice in notices(visit(page, "en", **params)))


@pytest.mark.parametrize(
    ("page", "params"),
    [
        *((name, dict.fromkeys(EVERY_PARAMETER, EVIL)) for name in site.pages()),
        ("tariffs", {"view": "product", "product": EVIL}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_link_holds_is_never_markdown_or_html(page, params):
    at = visit(page, EVIL, **params)
    assert not at.exception
    marked = [*at.markdown, *at.info, *at.caption, *at.title, *at.subheader, *at.warning, *at.error]
    assert not [block.value for block in marked if "evil" in block.value]
    assert f"<p>Language: “{escape(EVIL)}” is not known" in html(at)
    assert "<a href=//evil" not in html(at)


def test_more_codes_than_a_page_takes_are_cut_and_that_is_said(monkeypatch):
    monkeypatch.setattr(codes, "settings", lambda: Settings.model_construct(list_codes=2))
    at = visit("trade", "fr", sector="05,05,09,12,09")
    assert notices(at) == ["Secteur\u00a0: le lien en demande plus de 2. Seuls les 2 premiers sont montrés."]
    assert next(choice.value for choice in at.multiselect if choice.key == "address:sector") == ["05", "09"]


def test_a_run_broken_off_among_the_filters_keeps_no_remark_for_later(monkeypatch):
    monkeypatch.setattr(row, "_closing_row", lambda *_: None)
    with pytest.raises(RuntimeError), row.bar():
        row.remark("too late")
        raise RuntimeError
    assert row.REMARKS not in row.st.session_state


def test_unknown_language_falls_back_and_says_so():
    at = visit("overview", "xx")
    assert at.title[0].value == "Where do Canada and Mexico stand?"
    assert notices(at) == ["Language: “xx” is not known and was left out."]
    assert not notices(visit("overview", "es"))


def test_a_claim_has_its_own_link():
    page = html(visit("claims", "en", claim="c08"))
    assert '<details id="c08" open>' in page
    assert "claim=c08" in page
    assert "C$55.0" in page


def test_reversed_years_and_unknown_sectors_say_so():
    at = visit("trade", "en", **{"from": "2020", "to": "2010", "sector": "77"})
    assert "2010–2020" in notices(at)[0]
    assert "77" in notices(at)[1]


def test_a_filter_moves_into_the_address():
    at = visit("trade", "es")
    slider = at.slider[0]
    slider.set_range(2000, 2010).run()
    assert at.query_params["from"] == "2000"
    assert at.query_params["to"] == "2010"
    assert at.query_params["lang"] == "es"


def test_a_sector_moves_into_the_address():
    at = visit("trade", "en")
    chosen = next(one for one in at.multiselect if "Sector" in one.label)
    chosen.set_value(["12", "03"]).run()
    assert at.query_params["sector"] == "12,03"
    assert 'href="./ledgers?lang=en&amp;sector=12%2C03"' in at.sidebar.get("html")[0].proto.body


def test_the_reset_leaves_the_language_alone():
    at = visit("trade", "en", year="2010", sector="12", **{"from": "2000"})
    next(one for one in at.button if "reset" in one.key).click().run()
    assert set(at.query_params) == {"lang"}


def test_a_choice_goes_to_the_address_and_the_default_leaves_it():
    at = visit("investment", "en")
    at.button_group(key="address:direction").set_value("inward")
    at.button_group(key="address:view").set_value("countries")
    at.selectbox(key="address:measure").set_value("constant").run()
    chosen = {"direction": "inward", "view": "countries", "measure": "constant"}
    assert dict(at.query_params) == {"lang": "en", **chosen}
    for name, default in (("direction", "both"), ("view", "positions")):
        at.button_group(key=f"address:{name}").set_value(default)
    at.selectbox(key="address:measure").set_value("current").run()
    assert set(at.query_params) == {"lang"}


def test_filters_that_do_not_reach_a_figure_are_said():
    for view in ("measures", "product"):
        assert "do not reach this figure" in html(visit("tariffs", "en", view=view, authority="s232"))
        assert "do not reach this figure" not in html(visit("tariffs", "en", view=view))


def test_a_year_that_a_lens_lacks_is_said_where_it_was_asked_for():
    said = "2024 is not in this lens"
    assert said in html(visit("trade", "en", to="2024"))
    assert said in html(visit("trade", "en", year="2024"))
    assert "is not in this lens" not in html(visit("trade", "en"))
