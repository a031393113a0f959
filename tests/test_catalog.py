"""The catalog refuses mistakes, all in one list, before anything is written; the site's own has none."""

import shutil
from pathlib import Path

import duckdb
import pytest

import queries
from data import TABLES, build, catalog
from data.__main__ import main
from data.catalog import Catalog, Mistakes
from data.catalog.mistakes import mistakes
from extracts.command_line import listing
from tests.visits import visit

ROOT = Path(__file__).resolve().parents[1]
COPIED = ["data/catalog", "data/raw", "data/sources", "data/tables", "queries"]
# What is damaged: file, what stood there, what stands there now (None: the file goes), and the sentences that follow.
DAMAGE = [
    ("data/catalog/columns.toml", '[year]\ntype = "INTEGER"\nunit = "YEAR"', '[year]\ntype = "INTEGER"\nunit = "YEARX"',
     ["data/catalog/columns.toml: year.unit: “YEARX” is not known; did you mean “YEAR”?"]),
    ("data/catalog/columns.toml", '[month]\ntype = "DATE"', '[month]\ntype = "DAY"',
     ["data/catalog/columns.toml: month.type: “DAY” is not 'INTEGER', 'DOUBLE', 'VARCHAR', 'DATE' or 'BOOLEAN'"]),
    ("data/catalog/columns.toml", ', es = "País declarante" }', " }",
     ["data/catalog/columns.toml: reporter.label: es is missing; allowed are en, fr, es"]),
    ("data/catalog/codes.toml", 'strain" = { en = "Strain"', 'strain" = { en = " "',
     ["data/catalog/codes.toml: effect.strain: en is missing; allowed are en, fr, es"]),
    ("data/catalog/caveats.toml", '[asylum_top25]\nen = "', '[asylum_top25]\nde = "Nur 25."\nen = "',
     ["data/catalog/caveats.toml: asylum_top25: de is not a language of the site; allowed are en, fr, es"]),
    ("data/catalog/sources.toml", 'sha256 = "40c97367fecd9b9a51c15d096e9e90b9e1487be477a42d09e131e62800132dd6"\n', "",
     ["data/catalog/sources.toml: cimt_by_partner_monthly.sha256: missing"]),
    ("data/catalog/sources.toml", 'file = "statcan/12100011_mexico_unadjusted_2026-10.csv"', 'file = "statcan/12100011_mexico_unadjusted.csv"',
     ["data/catalog/sources.toml: statcan_12100011_mexico.file: “statcan/12100011_mexico_unadjusted.csv” is not known; did you mean “statcan/12100011_mexico_unadjusted_2026-10.csv”?",
      "data/raw/statcan/12100011_mexico_unadjusted_2026-10.csv: no entry of data/catalog/sources.toml names it"]),
    ("data/catalog/sources.toml", "a2d162328d2274407ae723085eafe57a538371b073f877074c0509a03573432b", "a2d162",
     ["data/catalog/sources.toml: statcan_12100011.sha256: “a2d162” is not a SHA-256 checksum: 64 characters of 0 to 9 and a to f"]),
    ("data/raw/reference/sectors.csv", "sector", "Sector",
     ["data/catalog/sources.toml: sectors.sha256: data/raw/reference/sectors.csv was changed: its checksum is ",
      "data/tables/sectors.py: the file is missing, and data/raw/reference/sectors.csv has no column sector"]),
    ("data/catalog/corrections.toml", 'source = "rate_rules_comparators"\nreason = "Proc', 'source = "rate_rules"\nreason = "Proc',
     ["data/catalog/corrections.toml: uk_derivatives_keep_25.source: “rate_rules” is not known; did you mean “rate_rules_canmex”?"]),
    ("data/catalog/corrections.toml", 'keys = ["ax_3"]\n', "",
     ["data/catalog/corrections.toml: annex_iii_ends_2027: changes nothing: it needs keys or rows"]),
    ("data/catalog/refresh.toml", 'module = "statcan_goods"', 'module = "statcan_good"',
     ["data/catalog/refresh.toml: sources.statcan_goods.module: “statcan_good” is not known; did you mean “statcan_goods”?"]),
    ("data/catalog/refresh.toml", "attempts = 6", "attemptx = 6",
     ["data/catalog/refresh.toml: limits: “attemptx” is not known; did you mean “attempts”?"]),
    ("data/catalog/refresh.toml", "[sources.statcan_services]", "[sources.statcan_service]",
     ["data/catalog/refresh.toml: sources.statcan_service: “statcan_service” is not known; did you mean “statcan_services”?",
      "data/tables/services_trade_annual.toml: refreshed_by.statcan_services: “statcan_services” is not known; did you mean “statcan_service”?",
      "data/tables/figures_by_vintage.toml: refreshed_by.statcan_services: “statcan_services” is not known; did you mean “statcan_service”?"]),
    ("data/catalog/about.toml", "agenda_routes = {", "agenda_dates = {",
     ["data/catalog/about.toml: agenda_dates: its query says nothing",
      "data/catalog/about.toml: agenda_routes: it is missing"]),
    ("queries/us_duties_collected.sql", "-- needs:    us_census", "-- needs:    us_censu",
     ["queries/us_duties_collected.sql: needs: “us_censu” is not known; did you mean “us_census”?"]),
    ("data/tables/study_permits.toml", '"rounded_to_five", "suppressed', '"rounded_to_fife", "suppressed',
     ["data/tables/study_permits.toml: caveats: “rounded_to_fife” is not known; did you mean “rounded_to_five”?"]),
    ("data/tables/study_permits.toml", 'joins = ["study_effective_annual"]', 'joins = ["study_effective_monthly"]',
     ["data/tables/study_permits.toml: refreshed_by: “study_effective_monthly” is not known; did you mean “study_effective_annual”? (of the table’s sources)"]),
    ("data/tables/direct_investment.toml", "case when country = 'WLD'", "case when countryx = 'WLD'",
     ["data/tables/direct_investment.toml: continuity: “case when countryx = 'WLD' then position_cad_m end”: Binder Error"]),
    ("data/tables/goods_trade_annual.toml", 'subject = "trade"', 'subject = "goods"',
     ["data/tables/goods_trade_annual.toml: subject: “goods” is not known; allowed are "]),
    ("data/tables/mexico_permits_monthly.toml", 'grain = ["stream", "month"]', 'grain = ["streams", "month"]',
     ["data/tables/mexico_permits_monthly.toml: grain: “streams” is not known; did you mean “stream”? (of the table’s columns)"]),
    ("data/tables/goods_trade_annual.toml", "value_usd_m = { min = 0 }", "value_usd_m = { mim = 0 }",
     ["data/tables/goods_trade_annual.toml: columns.value_usd_m: “mim” is not known; did you mean “min”?"]),
    ("data/tables/goods_trade_annual.toml", "year = { min = 1962, max", "year = { min = 3000, max",
     ["data/tables/goods_trade_annual.toml: columns.year: min, 3000, is above max, 2100"]),
    ("data/tables/goods_trade_monthly.toml", "from_year = 2024\n", "",
     ["data/tables/goods_trade_monthly.toml: refreshed_by.cimt: from_year is missing: what replaces or lifts says how far back it must reach"]),
    ("data/tables/events.toml", "\nevent = {}", "\nevemt = {}",
     ["data/tables/events.toml: columns.evemt: “evemt” is not known; did you mean “event”?"]),
    ("data/tables/asylum_decisions.toml", "decisions = recognized", "decisions = recognised",
     ["data/tables/asylum_decisions.toml: checks: “decisions = recognised + other_decisions + rejected + closed”: Binder Error"]),
    ("data/tables/metal_content.toml", 'steel_share = { min = 0 }', 'steel_shares = { type = "DOUBLE", min = 0 }',
     ["data/tables/metal_content.toml: columns.steel_shares: label, means is missing: type, label and means go together"]),
    ("data/tables/visa_policy_dates.toml", "\nstatus = {}",
     '\nstatus = { type = "VARCHAR", label = { en = "a", fr = "b", es = "c" }, means = { en = "a", fr = "b", es = "c" } }',
     ["data/tables/visa_policy_dates.toml: columns.status: it is explained in data/catalog/columns.toml already"]),
    ("data/tables/ledger_causes.toml", "\nsize_period =",
     '\nsize_cad_m = { type = "DOUBLE", unit = "CAD_M", label = { en = "a", fr = "b", es = "c" }, means = { en = "a", fr = "b", es = "c" } }\nsize_in = { type = "DOUBLE", unit = "PCT", label = { en = "a", fr = "b", es = "c" }, means = { en = "a", fr = "b", es = "c" } }\nsize_period =',
     ["data/tables/ledger_causes.toml: size_in: the name of a column in PCT ends in _pct",
      "data/tables/ledger_causes.py: the file is missing, and data/raw/ledgers/causes.csv has no column size_cad_m, size_in"]),
    ("data/tables/hs_chapters.py", None, None,
     ["data/tables/hs_chapters.py: the file is missing; only a table with one source may do without a recipe"]),
    ("data/tables/us_imports_by_product.py", None, None,
     ["data/tables/us_imports_by_product.py: the file is missing; only a raw file that ends in .csv may do without a recipe"]),
    ("data/tables/mfn_rates.py", "def rows()", "def row()", ["data/tables/mfn_rates.py: the recipe has no function rows()"]),
    ("data/tables/visitor_visas.toml", None, None,
     ["data/tables/visitor_visas.parquet: its entry data/tables/visitor_visas.toml is missing",
      "data/tables/visitor_visas.py: its entry data/tables/visitor_visas.toml is missing"]),
    ("queries/sectors.sql", "-- question:", "-- questionx:",
     ["queries/sectors.sql: “questionx” is not known; did you mean “question”?", "queries/sectors.sql: question: missing"]),
    ("queries/trade_balance.sql", "-- returns:  year,", "-- returns:  yeer,",
     ["queries/trade_balance.sql: returns: “yeer” is not known; did you mean “year”?"]),
    ("queries/services_trade.sql", "-- choices:  kind =", "-- choices:  kinds =",
     ["queries/services_trade.sql: choices: “kinds” is not known; did you mean “kind”?"]),
    ("queries/study_permits_rank.sql", "measure = 'stock', top = 15\n-- returns", "measure = 'stok', top = '15'\n-- returns",
     ["queries/study_permits_rank.sql: example: top is '15', but its default is 15; measure is 'stok', which is not among its choices ['stock', 'flow']"]),
    ("queries/countries.sql", "-- params:   lang = 'en'", "-- params:   year =",
     ["queries/countries.sql: params: “year =” is not a list of name = value: Invalid value (at line 1, column 19)"]),
    ("queries/figures_on_a_day.sql", "$as_of", "$as_off",
     ["queries/figures_on_a_day.sql: $as_off: “as_off” is not known; did you mean “as_of”?",
      "queries/figures_on_a_day.sql: params: as_of is not used; write $as_of"]),
]  # fmt: skip


@pytest.fixture
def copy(tmp_path):
    """A site's catalog with all that it names."""
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def damage(root, file, before, after):
    path = root / file
    if before is None:
        return path.unlink()
    text = path.read_text(encoding="utf-8")
    assert before in text, (file, before)
    return path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def damaged(copy, monkeypatch):
    """The site with every mistake in it at once."""
    for file, before, after, _ in DAMAGE:
        damage(copy, file, before, after)
    (copy / "data/raw/stray.csv").write_text("nobody knows me")
    monkeypatch.setattr(catalog, "SITE", Catalog(copy))
    return copy


def test_the_catalog_has_no_mistakes(capsys):
    assert (main(["lint"]), capsys.readouterr().err) == (0, "")


def test_every_mistake_stands_in_one_list(damaged):
    wanted = [sentence for *_, sentences in DAMAGE for sentence in sentences]
    wanted += ["data/raw/stray.csv: no entry of data/catalog/sources.toml names it"]
    found = mistakes(catalog.SITE)
    assert [sentence for sentence in wanted if not any(line.startswith(sentence) for line in found)] == []
    assert [line for line in found if not any(line.startswith(sentence) for sentence in wanted)] == []
    assert len(found) == len(wanted)


@pytest.mark.parametrize("command", [["build"], ["build", "countries"], ["check"], ["lint"]], ids=" ".join)
def test_commands_refuse_and_write_nothing(damaged, command, capsys, monkeypatch):
    monkeypatch.setattr(build, "_write", lambda *_: pytest.fail("written all the same"))
    assert main(command) == 1
    said = "".join(capsys.readouterr())
    assert "caveats: “rounded_to_fife” is not known; did you mean “rounded_to_five”?" in said
    assert "queries/sectors.sql: question: missing" in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[year\n", "data/catalog/columns.toml: the file is not TOML: "),
        ("[year]\n[year]\n", "data/catalog/columns.toml: the file is not TOML: Cannot declare ('year',) twice"),
        (None, "data/catalog/columns.toml: the file is missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_once(copy, text, says):
    """What other files say of its names cannot be checked, and is no mistake."""
    path = copy / "data/catalog/columns.toml"
    path.unlink() if text is None else path.write_text(text)
    (sentence,) = mistakes(Catalog(copy))
    assert sentence.startswith(says)


def test_what_is_read_with_a_mistake_is_refused(damaged):
    with pytest.raises(Mistakes, match=r"columns\.value_usd_m: “mim” is not known"):
        catalog.table("goods_trade_annual")
    assert catalog.table("direct_investment").grain == ["direction", "country", "year", "series"]


def test_a_broken_header_does_not_hide_the_other_queries(damaged):
    lines = {line.split()[0]: line for line in listing().splitlines()}
    assert "queries/sectors.sql: question: missing" in lines["sectors"]
    assert lines["event_counts"].endswith("?")
    with pytest.raises(queries.BrokenHeader, match="did you mean “question”"):
        queries.ask("sectors")


def test_a_broken_header_takes_down_only_the_pages_that_ask_it(copy, monkeypatch):
    damage(copy, "queries/sectors.sql", "-- question:", "-- questionx:")
    monkeypatch.setattr(catalog, "SITE", Catalog(copy))
    (error,) = visit("trade").error
    assert "This page needs the file queries/sectors.sql" in error.value
    assert not visit("investment").error


@pytest.mark.parametrize("name", catalog.tables())
def test_table_is_as_the_catalog_says(name):
    described = duckdb.execute("describe select * from read_parquet(?)", [str(TABLES / f"{name}.parquet")]).fetchall()
    assert [(column, kind) for column, kind, *_ in described] == [
        (column, catalog.columns()[column].type) for column in catalog.table(name).columns
    ]


def test_data_command(capsys):
    assert main(["check"]) == 0
    assert "whole" in capsys.readouterr().out
    assert main(["sources"]) == 0
    assert "Statistics Canada" in capsys.readouterr().out
    assert main(["build", "nothing"]) == 2
    assert "goods_trade_annual" in capsys.readouterr().err


def test_repository_stays_small():
    rooms = ["data", "queries", "ui", "pages", "extracts", "tests", "docs"]
    files = (path for room in rooms for path in (ROOT / room).rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files if not {"__pycache__", "fetched"} & {*path.parts})
    assert size < 25_000_000
