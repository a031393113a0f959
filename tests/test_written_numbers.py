"""How money, numbers and days are written in each language."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import catalog, written
from ui import language, numbers


@pytest.fixture(params=catalog.LANGUAGES)
def speaking(request, monkeypatch):
    monkeypatch.setattr(language, "current", lambda: request.param)
    return request.param


def plain(words):
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_money_in_words(speaking):
    wanted = {
        "en": "C$47.5 billion",
        "fr": "47,5 milliards de dollars canadiens",
        "es": "47 500 millones de dólares canadienses",
    }
    assert plain(numbers.money(47486.9)) == wanted[speaking]
    small = {
        "en": "US$850 million",
        "fr": "850 millions de dollars américains",
        "es": "850 millones de dólares estadounidenses",
    }
    assert plain(numbers.money(850.2, "usd")) == small[speaking]
    large = {
        "en": "US$1.2 billion",
        "fr": "1,2 milliard de dollars américains",
        "es": "1 200 millones de dólares estadounidenses",
    }
    assert plain(numbers.money(1203.0, "usd")) == large[speaking]
    pesos = {"en": "MX$734 billion", "fr": "734 milliards de pesos", "es": "734 000 millones de pesos"}
    assert plain(numbers.money(734120, "mxn")) == pesos[speaking]
    assert plain(numbers.money(-38825)).startswith("−")


def test_short_money(speaking):
    cards = {"en": "C$47.5 bn", "fr": "47,5 G$ CA", "es": "47 500 millones de dólares canadienses"}
    assert plain(numbers.billions(47486.9)) == cards[speaking]
    assert (
        plain(numbers.billions(-38825.3))
        == "−" + {"en": "C$38.8 bn", "fr": "38,8 G$ CA", "es": "38 800 millones de dólares canadienses"}[speaking]
    )
    pesos = {"en": "MX$734 bn", "fr": "734 milliards de pesos", "es": "734 000 millones de pesos"}
    assert plain(numbers.billions(734120, "mxn")) == pesos[speaking]


def test_a_long_name_of_a_currency_is_set_apart(speaking):
    """So a card can write it smaller; where the sign is short it stays with the number."""
    for currency, named in (
        ("cad", " de dólares canadienses"),
        ("usd", " de dólares estadounidenses"),
        ("mxn", " de pesos"),
    ):
        amount = numbers.billions(-44570, currency)
        number, apart = numbers.without_currency(amount)
        assert number + apart == amount
        assert plain(apart) == (named if speaking == "es" else "")
    assert numbers.without_currency("16 980") == ("16 980", "")


@pytest.mark.parametrize(
    ("millions", "en", "fr", "es"),
    [
        (850.2, "C$850 m", "850 M$ CA", "850 millones"),
        (999.6, "C$1.0 bn", "1,0 G$ CA", "1 000 millones"),
        (-46.2, "−C$46 m", "−46 M$ CA", "−46 millones"),
        (1.0, "C$1 m", "1 M$ CA", "1 millón"),
        (0.34, "C$0.3 m", "0,3 M$ CA", "0.3 millones"),
        (0.00412, "C$4,100", "4 100 $ CA", "4 100 dólares canadienses"),
        (0.0, "C$0 m", "0 M$ CA", "0 millones"),
    ],
)
def test_less_than_a_billion_is_never_written_as_nothing(millions, en, fr, es, speaking):
    assert plain(numbers.drawn(millions)) == {"en": en, "fr": fr, "es": es}[speaking]


@pytest.mark.parametrize(
    ("millions", "fr", "es"),
    [
        (1.0, "1 million de dollars canadiens", "1 millón de dólares canadienses"),
        (1.5, "1,5 million de dollars canadiens", "1.5 millones de dólares canadienses"),
        (2.0, "2 millions de dollars canadiens", "2 millones de dólares canadienses"),
    ],
)
def test_a_million_is_one_as_each_language_counts(millions, fr, es, monkeypatch):
    for speaking, wanted in (("fr", fr), ("es", es)):
        monkeypatch.setattr(language, "current", lambda said=speaking: said)
        assert plain(numbers.money(millions)) == wanted


@given(st.floats(min_value=1e-6, max_value=1e7), st.sampled_from(["cad", "usd", "mxn"]))
def test_an_amount_that_is_something_is_written_as_something(millions, currency):
    for code in catalog.LANGUAGES:
        for write in (written.money, written.short_money, written.drawn_money):
            assert re.search("[1-9]", write(catalog.languages()[code], millions, currency))


def test_money_axes(speaking):
    """Axes divide millions by a thousand: what they are headed is billions, in the words of the country."""
    large = {
        "en": ("C$ billion", "US$ billion", "MX$ billion"),
        "fr": ("G$ CA", "G$ US", "milliards de pesos"),
        "es": tuple(f"miles de millones de {n}" for n in ("dólares canadienses", "dólares estadounidenses", "pesos")),
    }[speaking]
    assert tuple(plain(numbers.axis_unit(currency)) for currency in ("cad", "usd", "mxn")) == large


def test_one_and_a_half_is_singular_in_french(monkeypatch):
    monkeypatch.setattr(language, "current", lambda: "fr")
    assert plain(numbers.money(1500)) == "1,5 milliard de dollars canadiens"


def test_numbers_and_dates(speaking):
    from datetime import date

    assert plain(numbers.decimal(16980)) == {"en": "16,980", "fr": "16 980", "es": "16 980"}[speaking]
    assert plain(numbers.change(-0.3))[0] == "0"
    assert plain(numbers.change(2.6))[:2] == "+3"
    assert numbers.change(-2.6)[:2] == f"{written.MINUS}3"
    assert plain(numbers.percent(18.52, 1)) == {"en": "18.5%", "fr": "18,5 %", "es": "18.5 %"}[speaking]
    assert numbers.ordinal(3) == {"en": "3rd", "fr": "3e", "es": "3.º"}[speaking]
    day = {"en": "29 February 2024", "fr": "29 février 2024", "es": "29 de febrero de 2024"}[speaking]
    assert numbers.day(date(2024, 2, 29)) == day
    first = {"en": "1 July 2020", "fr": "1er juillet 2020", "es": "1 de julio de 2020"}[speaking]
    assert numbers.day(date(2020, 7, 1)) == first
    assert numbers.day(date(1968, 1, 1), "year") == "1968"


@pytest.mark.parametrize(
    ("rank", "wanted"), [(1, "1st"), (2, "2nd"), (11, "11th"), (12, "12th"), (22, "22nd"), (113, "113th")]
)
def test_english_ordinals(rank, wanted, monkeypatch):
    monkeypatch.setattr(language, "current", lambda: "en")
    assert numbers.ordinal(rank) == wanted
