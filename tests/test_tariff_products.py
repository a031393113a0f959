"""What the tariff engine says of one product: why it pays, where its rate is from, by which words it is found."""

import pytest

import queries


def test_crude_oil_is_mining_and_gasoline_refined():
    found = queries.ask("tariff_by_product", partner=["CAN"], hs="27", top=100).frame
    sectors = found.groupby(found["hs10"].str[:4])["sector"].unique().map(list)
    mining = {"2701", "2702", "2703", "2709", "2711", "2714"}
    assert all(sector == (["02"] if heading in mining else ["06"]) for heading, sector in sectors.items())
    assert {"2709", "2710"} <= set(sectors.index)


def test_energy_pays_ten_not_thirty_five():
    steps = queries.ask("tariff_why", date="2025-09-18", partner=["CAN"], hs10="2709002010").frame.set_index("rule_id")
    assert steps.loc["fent_CAN_energy_2025-03-07", "step"] == "applies"
    assert steps.loc["fent_CAN_2025-08-01", "step"] == "outranked"
    assert steps.loc["fent_CAN_energy_2025-03-07", "rate_pct"] == 10


def test_goods_a_partners_own_rule_excepts_fall_under_the_general_one():
    """The UK's rates of April 2026 are for steel and aluminum: its copper pays what everyone's copper pays."""
    steps = queries.ask("tariff_why", date="2026-05-01", partner=["GBR"], hs10="7406100000").frame.set_index("rule_id")
    assert steps["step"][["ax_1a", "metals_annex_1a_GBR"]].to_list() == ["applies", "excluded"]
    steel = queries.ask("tariff_why", date="2026-05-01", partner=["GBR"], hs10="7210490091").frame.set_index("rule_id")
    assert "ax_1a" not in steel.index
    assert steel.loc["metals_annex_1a_GBR", "step"] == "applies"


def test_steps_of_a_product_add_up_to_its_rate():
    products = queries.ask("tariff_by_product", date="2025-09-18", partner=["CAN"], top=60).frame
    for row in products.iloc[::12].to_dict("records"):
        steps = queries.ask("tariff_why", date="2025-09-18", partner=["CAN"], hs10=row["hs10"]).frame
        assert steps["effective_rate_pct"].sum() == pytest.approx(row["effective_rate_pct"])
        assert steps["citation"].notna().all()


@pytest.mark.parametrize(
    ("partner", "cusma", "publisher"),
    [("MEX", "kept", "U.S. Census Bureau"), ("MEX", "lapsed", "HTSUS"), ("JPN", "lapsed", "U.S. Census Bureau")],
)
def test_the_base_duty_cites_where_it_comes_from(partner, cusma, publisher):
    steps = queries.ask("tariff_why", date="2025-09-18", partner=[partner], hs10="8703230190", cusma=cusma).frame
    assert steps.set_index("step").loc["base", "citation"].startswith(publisher)


@pytest.mark.parametrize(
    ("text", "partner", "code"),
    [
        ("acier", "CAN", "73"),
        ("or", "CAN", "7108"),
        ("aluminio", "MEX", "76"),
        ("8703", "CAN", "8703"),
        ("87.03", "CAN", "8703"),
        ("copper", "CAN", "74"),
        ("tomato", "MEX", "0702"),
        ("crude", "CAN", "2709"),
        ("bière", "MEX", "2203"),
        ("cerveza", "MEX", "2203"),
        ("frambuesas", "MEX", "0810"),
        ("potasse", "CAN", "3104"),
    ],
)
def test_products_are_found_by_words_and_codes(text, partner, code):
    found = queries.ask("tariff_products", text=text, partner=partner, top=500).frame
    assert found["hs10"].iloc[0].startswith(code)


def test_names_of_goods_come_before_names_of_lists():
    found = queries.ask("tariff_products", text="steel", partner="CAN", top=1000).frame
    by_name = found["name"].str.lower().str.contains("steel") | found["hs_chapter"].isin(["72", "73"])
    assert by_name.iloc[0]
    assert by_name[by_name].index.max() < by_name[~by_name].index.min()


def test_only_lists_that_matter_for_the_partner_are_named():
    named = {
        partner: set(";".join(queries.ask("tariff_products", partner=partner, top=20000).frame["scopes"]).split(";"))
        for partner in ("CAN", "KOR")
    }
    assert not [scope for scope in named["CAN"] if scope.startswith(("s301_china", "floorx", "fent_potash_mx"))]
    assert "floorx_korea" in named["KOR"]


def test_section_338_comes_on_top_of_section_232_since_15_september():
    """Steel structures, of U.S. note 51(b)(3), pay both; a list gains cheese and loses salt."""

    def rules(date, hs10):
        steps = queries.ask("tariff_why", date=date, partner=["CAN"], hs10=hs10).frame
        return steps[steps["step"] == "applies"].set_index("authority")["rate_pct"].to_dict()

    assert rules("2026-09-14", "7308903000") == {"s232": 50}
    assert rules("2026-09-15", "7308903000") == {"s232": 50, "s338": 50}
    assert rules("2026-08-21", "2203000030").get("s338") is None
    assert rules("2026-08-22", "2203000030")["s338"] == 50
    assert rules("2026-09-14", "0406109500").get("s338") is None
    assert rules("2026-09-15", "0406109500")["s338"] == 50
    assert rules("2026-09-15", "2501000000").get("s338") is None
