"""The tariff engine: what must always hold, the history against the query."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from data import TABLES, catalog, engine, lineage
from data.connection import connect
from extracts.command_line import main

PARTNERS = ["CAN", "MEX"]


# Asked when a test runs: every process reads this file, one makes the engine.
def days():
    """The first day of every law."""
    return [str(day.date()) for day in queries.ask("tariff_regimes").frame["valid_from"]]


def every():
    """All partners."""
    return list(queries.ask("tariff_partners").frame["partner"])


dates = st.deferred(lambda: st.sampled_from(days()))
measures = st.deferred(lambda: st.sampled_from(sorted(set(queries.table("tariff_rules").frame["measure_id"]))))


def rate(column="effective_rate_pct", **params):
    return queries.ask("tariff_rate", **{"partner": PARTNERS, **params}).frame.set_index("partner")[column].sort_index()


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


def test_a_claim_share_of_one_zeroes_every_full_rule():
    charged = (
        "select coalesce(sum(duty_usd), 0) from tariff_parts(?, ['CAN', 'MEX'], 'kept', 'since_july_2025', 0.4, [])"
        " inner join tariff_rules using (rule_id) where cusma_rule = 'full'"
    )
    with connect() as connection:
        for name in lineage.engine_needs():
            connection.execute(f"create table {name} as from read_parquet('{TABLES / name}.parquet')")
        connection.execute("delete from us_imports_by_product where partner not in ('CAN', 'MEX')")
        engine.load(connection)
        connection.execute("update tariff_lines set share_since_july_2025 = 1")
        for date in ("2025-03-20", "2025-09-18", "2026-03-15", "2026-08-20"):
            assert connection.execute(charged, [date]).fetchall() == [(0.0,)], date


@pytest.mark.parametrize("law", range(0, 40, 12))
def test_covered_never_exceeds_imports_and_parts_add_up(law):
    date = days()[law]
    parts = queries.ask("tariff_exposure", date=date, partner=every()).frame
    assert (parts["value_covered_usd_m"] <= parts["imports_usd_m"] + 1e-6).all()
    assert (parts["duty_usd_m"] >= 0).all()
    summed = parts.groupby("partner")[["effective_rate_pct", "duty_usd_m"]].sum()
    whole = queries.ask("tariff_rate", date=date, partner=every()).frame.set_index("partner")
    assert summed["effective_rate_pct"].sub(whole["effective_rate_pct"]).abs().max() < 1e-9
    assert summed["duty_usd_m"].sub(whole["duty_usd_m"]).abs().max() < 1e-6


@pytest.mark.parametrize("supposed", [{}, {"cusma": "lapsed"}], ids=["law", "lapsed"])
def test_groups_and_programmes_add_up_to_the_rate(supposed):
    """They read the law from the history, a what-if from the engine; Section 232 is what its authority charges."""
    asked = {"date": "2025-09-18", "partner": [*PARTNERS, "KOR"]}
    whole, law = (
        queries.ask("tariff_rate", **asked, **more).frame.set_index("partner")["effective_rate_pct"].sort_index()
        for more in (supposed, {})
    )
    groups = queries.ask("tariff_ranking", **asked, **supposed).frame
    programmes = queries.ask("tariff_programmes", **asked, **supposed).frame
    for found in (groups, programmes):
        sums = found.groupby("partner")[["effective_rate_pct", "law_rate_pct"]].sum()
        assert (sums["effective_rate_pct"] - whole).abs().max() < 1e-6
        assert (sums["law_rate_pct"] - law).abs().max() < 1e-6
    by_authority = queries.ask("tariff_exposure", **asked, **supposed).frame.groupby(["authority", "partner"])
    security = by_authority["effective_rate_pct"].sum()["s232"]
    own = groups[groups["duty_group"] == "s232"].set_index("partner")["effective_rate_pct"]
    assert (own - security).abs().max() < 1e-6


@pytest.mark.parametrize("name", ["tariff_by_sector", "tariff_by_chapter"])
def test_sectors_and_chapters_add_up_to_the_country(name):
    parts = queries.ask(name, date="2025-09-18", partner=PARTNERS).frame.groupby("partner")[
        ["duty_usd_m", "imports_usd_m"]
    ]
    whole = queries.ask("tariff_rate", date="2025-09-18", partner=PARTNERS).frame.set_index("partner")
    assert parts.sum()["duty_usd_m"].sub(whole["duty_usd_m"]).abs().max() < 1e-6
    assert parts.sum()["imports_usd_m"].sub(whole["imports_usd_m"]).abs().max() < 1e-6


def test_crude_oil_is_mining_and_gasoline_refined():
    found = queries.ask("tariff_by_product", partner=["CAN"], hs="27", top=100).frame
    sectors = found.groupby(found["hs10"].str[:4])["sector"].unique().map(list)
    mining = {"2701", "2702", "2703", "2709", "2711", "2714"}
    assert all(sector == (["02"] if heading in mining else ["06"]) for heading, sector in sectors.items())
    assert {"2709", "2710"} <= set(sectors.index)


def test_a_date_outside_all_rules_gives_the_base_rate():
    found = queries.ask("tariff_rate", date="2024-06-30", partner=every()).frame
    assert (found["effective_rate_pct"] == found["base_rate_pct"]).all()
    assert (found["added_rate_pct"] == 0).all()


@pytest.mark.parametrize(("name", "bill"), [("tariff_rate", "duty"), ("tariff_ranking", "country_duty")])
def test_a_bill_in_canadian_dollars_is_at_the_rate_of_the_year_of_its_imports(name, bill):
    dollar = queries.ask("exchange_rates").frame.set_index("year")["cad_per_usd"][2024]
    bills = queries.ask(name).frame
    paid = bills[bills[f"{bill}_usd_m"] > 0]
    assert len(paid) > 1
    assert (paid[f"{bill}_cad_m"] / paid[f"{bill}_usd_m"]).tolist() == pytest.approx([dollar] * len(paid))


def test_table_and_query_agree():
    """The history is what the query says; that it is what its recipe makes, test_build.py holds for every regime."""
    history = queries.ask("tariff_history", partner=every()).frame
    assert sorted(history["valid_from"].dt.strftime("%Y-%m-%d").unique()) == sorted(days())
    for date in days()[::8]:
        table = history[history["valid_from"] == date].set_index("partner")
        query = queries.ask("tariff_rate", date=date, partner=every()).frame.set_index("partner")
        assert table["duty_usd_m"].sub(query["duty_usd_m"]).abs().max() < 1e-3, date
    sectors = queries.ask("tariff_by_sector", date="2026-08-22", partner=PARTNERS).frame.set_index(
        ["partner", "sector"]
    )
    for (partner, sector), row in sectors.iloc[::6].iterrows():
        history = queries.ask("tariff_history", partner=[partner], sector=[sector]).frame
        found = history[history["valid_from"] == "2026-08-22"].iloc[0]
        assert found["duty_usd_m"] == pytest.approx(row["duty_usd_m"], abs=1e-4)


def test_a_rate_holds_until_the_next_regime():
    history = queries.ask("tariff_history", partner=["CAN"]).frame
    for row in history.dropna(subset=["valid_to"]).iloc[::6].to_dict("records"):
        last_day = rate(date=str(row["valid_to"].date()), partner=["CAN"])["CAN"]
        assert last_day == pytest.approx(row["effective_rate_pct"], abs=1e-6)


def test_steps_of_the_history():
    history = {c: queries.ask("tariff_history", partner=[c]).frame.set_index("valid_from") for c in PARTNERS}
    step = {c: frame["effective_rate_pct"].diff() for c, frame in history.items()}
    assert step["CAN"]["2025-03-12"] == pytest.approx(1.37, abs=0.02)
    assert step["CAN"]["2025-04-03"] == pytest.approx(1.14, abs=0.02)
    assert step["MEX"]["2025-08-18"] == pytest.approx(0.43, abs=0.05)


def test_filters_are_not_ignored():
    whole = rate(date="2025-09-18")
    assert (rate(date="2025-09-18", authority=["s232"]) < whole).all()
    assert (rate(date="2025-09-18", sector=["12"]) > whole).all()
    coverage = {"date": "2025-09-18", "partner": PARTNERS}
    some = queries.ask("tariff_coverage", **coverage, sector=["12"], authority=["s232"]).frame
    assert (some["dutiable_pct"] > queries.ask("tariff_coverage", **coverage).frame["dutiable_pct"]).all()
    assert (some["in_scope_pct"] == some["in_scope_232_pct"]).all()
    assert some["observed_pct"].isna().all()
    sectors = queries.ask("tariff_by_sector", date="2025-09-18", partner=["MEX"], sector=["12"]).frame
    assert list(sectors["sector"]) == ["12"]
    assert set(queries.ask("tariff_by_product", partner=["CAN"], hs="76").frame["hs_chapter"]) == {"76"}


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


@pytest.mark.parametrize(
    ("part", "date", "status"),
    [
        (8, "2025-02-10", "paused"),
        (10, "2025-09-18", "in_force"),
        (10, "2026-02-21", "struck_down"),
        (24, "2025-07-31", "announced"),
        (42, "2026-07-24", "ended"),
        (37, "2026-08-24", "announced"),
        (65, "2025-09-18", "in_force"),
    ],
)
def test_status_of_a_measure(part, date, status):
    every = list(catalog.codes("measure_status"))
    found = queries.ask("tariff_measures", date=date, status=every).frame.set_index("measure_part")
    assert found.loc[part, "measure_status"] == status


def test_pharma_was_not_taxed_in_september_2025():
    measures = queries.ask("tariff_measures", date="2025-09-18", status=["in_force"]).frame
    assert "pharma" not in set(measures["programme"])
    assert "pharma" not in set(queries.ask("tariff_exposure", date="2025-09-18").frame["programme"])


def test_band_around_canada_in_october_2025():
    band = queries.ask("tariff_band", date="2025-10-17", partner=["CAN"]).frame
    assert set(band["estimate"]) == {"ours", "budget_lab_2026_06", "tradewartracker_2026_07"}


@pytest.mark.parametrize(
    ("date", "partner", "others"), [("2026-07-10", "CAN", 2), ("2026-09-01", "CAN", 0), ("2026-09-01", "MEX", 1)]
)
def test_no_estimate_is_older_than_the_law_of_its_day(date, partner, others):
    """Section 338 changed Canada's rate on 22 August 2026; builds of June and July do not know it."""
    band = queries.ask("tariff_band", date=date, partner=[partner]).frame
    assert len(band) == 1 + others
    moved = queries.ask("tariff_steps", partner=partner, top=100).frame["valid_from"]
    assert (band["built_on"].dropna() >= moved[moved <= date].max()).all()


def test_goods_taken_off_section_232_are_not_covered_by_it():
    found = queries.ask("tariff_coverage", date="2026-04-10", partner=["CAN"]).frame.iloc[0]
    lists = queries.table("tariff_scopes").frame
    off = lists.loc[lists["tariff_scope"] == "metals_annex_2", "hs10"]
    lines = queries.ask("tariff_by_product", date="2026-04-10", partner=["CAN"], top=20000).frame
    off_list = 100 * lines.loc[lines["hs10"].isin(off), "imports_usd_m"].sum() / lines["imports_usd_m"].sum()
    assert off_list > 1
    assert found["in_scope_232_pct"] + off_list < 29


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


@pytest.mark.parametrize(
    "argument", ["cusma=gone", "claims=2031", "content=3", "override=steel", "override=US-232-STEEL:900", "date=soon"]
)
def test_bad_scenarios_are_refused(argument, capsys):
    assert main(["tariff_rate", argument]) == 2
    assert argument.split("=")[0] in capsys.readouterr().err


def test_one_country_may_be_given_alone_and_the_eu_by_its_usual_name():
    assert queries.ask("tariff_rate", partner="CAN").frame.equals(queries.ask("tariff_rate", partner=["CAN"]).frame)
    assert list(queries.ask("tariff_rate", partner=["EU27", "MEX"]).frame["partner"].sort_values()) == ["EUU", "MEX"]


def test_command_line_answers_one_row_per_partner(capsys):
    assert main(["tariff_rate", "date=2025-10-14", "partner=CAN", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("CAN,6.77")
