"""Products are found by the plain names people use, in three languages."""

import pytest

import queries

NAMES = {
    "0201": "beef bœuf boeuf res",
    "0406": "cheese fromage queso",
    "0702": "tomato tomate jitomate",
    "1702": "maple érable arce",
    "2709": "crude crudo",
    "4011": "tire pneu llanta",
    "4407": "lumber softwood",
    "7108": "gold or oro",
    "8703": "car auto voiture coche carro suv",
    "8704": "truck pickup camion camionnette camión camioneta",
    "8708": "autopartes",
    "8802": "airplane avion avión",
}


@pytest.mark.parametrize(("heading", "name"), [(heading, name) for heading in NAMES for name in NAMES[heading].split()])
def test_a_plain_name_finds_its_heading_first(heading, name):
    found = queries.ask("tariff_products", text=name, partner="CAN", top=1).frame
    assert found["hs10"].iloc[0].startswith(heading), found["name"].iloc[0]


@pytest.mark.parametrize("apostrophe", ["’", "'"])
def test_an_apostrophe_is_a_gap_between_words(apostrophe):
    found = queries.ask("tariff_products", text=f"bois d{apostrophe}œuvre", partner="CAN", top=1).frame
    assert found["hs10"].iloc[0].startswith("4407")
