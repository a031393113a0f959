"""Every computed sentence is true of the answer it stands over: sign, superlative, count, singular and plural.

Each page opens at the edges of its filters, in one language after the other; what it says is worked out anew from the
rows (tests/sentence_rules.py). The tariffs page has its own, second engine.
"""

import re
from numbers import Integral

import pytest

import queries
from data import catalog
from tests.sentence_rules import RULES
from tests.sentences import listen, speaking
from ui import language, numbers, words

EDGES = [
    ("overview", {}),
    *(("ledgers", {"to": year}) for year in ("1962", "1971", "1986", "1991", "1993", "2005")),
    ("ledgers", {"to": "1962", "currency": "cad"}),
    ("ledgers", {"to": "1984", "currency": "mxn"}),
    ("ledgers", {"currency": "cad"}),
    ("ledgers", {"from": "2021", "to": "2023"}),
    ("ledgers", {"measure": "share"}),
    ("ledgers", {"view": "sectors"}),
    ("ledgers", {"view": "sectors", "sector": "12"}),
    ("ledgers", {"view": "sectors", "sector": "15", "flow": "exports"}),
    ("ledgers", {"view": "sectors", "flow": "exports", "to": "2016", "currency": "cad"}),
    ("ledgers", {"view": "sectors", "sector": "01,12", "flow": "exports"}),
    ("ledgers", {"view": "causes"}),
    ("ledgers", {"view": "published", "date": "2026-01-15"}),
    ("trade", {}),
    ("trade", {"sector": "12"}),
    ("trade", {"sector": "05,09", "lens": "wiod"}),
    ("trade", {"from": "2024", "to": "2024", "currency": "usd"}),
    ("trade", {"view": "partners", "period": "2024", "rank": "exports"}),
    ("trade", {"view": "partners", "measure": "share", "rank": "exports"}),
    ("trade", {"view": "months", "measure": "constant", "show": "twelve"}),
    ("trade", {"view": "growth", "from": "1994", "to": "2000"}),
    ("trade", {"view": "products", "flow": "imports", "level": "HS4"}),
    ("people", {}),
    ("people", {"from": "2023", "to": "2023", "view": "asylum"}),
    ("people", {"from": "2015", "to": "2024", "view": "asylum"}),
    ("people", {"view": "season", "from": "2020", "to": "2020"}),
    ("people", {"view": "ranking", "measure": "flow"}),
    ("people", {"view": "ranking", "show": "index", "base": "2015"}),
    ("people", {"view": "provinces"}),
    ("people", {"view": "visas"}),
    ("people", {"from": "2025", "to": "2025"}),
    ("investment", {"view": "countries", "direction": "inward"}),
    ("investment", {"view": "countries"}),
    ("timeline", {"from": "1944", "to": "1944"}),
    ("timeline", {"from": "2009", "to": "2010"}),
    ("claims", {}),
    *(("claims", {"verdict": verdict}) for verdict in ("repeats_quotation", "partly_confirmed")),
    ("claims", {"verdict": "not_a_statistic", "topic": "trade"}),
    ("data", {"table": "permanent_residents"}),
]
CASES = [
    pytest.param(page, link, catalog.LANGUAGES[place % 3], id="&".join([page, *(f"{k}={v}" for k, v in link.items())]))
    for place, (page, link) in enumerate(EDGES)
]

# A number of one before a noun in the plural; words of the three languages that end in s in the singular, too.
MANY_AFTER_ONE = re.compile(r"(?<![\d.,×–-])\b1\*{0,2} [a-záéíóúñàâçèêëîïôûü]{3,}s\b")
NOT_A_PLURAL = re.compile(r"1\*{0,2} (mois|fois|plus|dans|sans|puis|passes|was|has|matches|press)\b")
NOTHING = re.compile(r"(?:^|[\s$])0[.,]0\s?(?:bn|G\$|billion|milliard)|(?:^|\s)0 millones")
SUPERLATIVE = re.compile(r"\b(most|least|highest|lowest|largest|widest|farthest|leads|peaked|ranks|more than in any)\b")
YEARS = {
    "year",
    "before",
    "base",
    "first",
    "last",
    "latest",
    "wanted",
    "peak_year",
    "inward_year",
    "strain_year",
    "repair_year",
}
# Whole numbers that cannot be one, or that are no count: notes in brackets, a scale of three, tables and countries.
NEVER_ONE = {
    *("read.more", "label.value", "filter.open.set", "timeline.intensity", "data.answer", "investment.rank"),
    *("investment.partners.outward", "investment.partners.inward", "ledgers.sectors.widest"),
}


def many_after_one(words):
    return [found for found in MANY_AFTER_ONE.findall(words) if not NOT_A_PLURAL.match(found)]


def counts_in(said):
    """Values that count something, which a message with one form only may not, unless it never counts one."""
    if said.number is not None or said.key in NEVER_ONE:
        return []
    return [key for key, value in said.values.items() if isinstance(value, Integral) and key not in YEARS]


def needs_a_rule(key):
    return key not in RULES and SUPERLATIVE.search(language._messages("en").gettext(key))


@pytest.mark.parametrize(("page", "link", "code"), CASES)
def test_what_a_page_says_is_true_of_its_rows(page, link, code):
    heard = listen(page, code, **link)
    assert not heard.exceptions
    with speaking(code):
        for sentence, rows in heard.sentences():
            for said in heard.parts(sentence):
                assert not needs_a_rule(said.key), f"{said.key} compares: it needs a rule in sentence_rules.py"
                if said.key in RULES:
                    wanted = RULES[said.key](rows, said.values, link)
                    assert {key: said.values[key] for key in wanted} == wanted, said.words
    for said in heard.said:
        assert not many_after_one(said.words), said.words
        assert not NOTHING.search(said.words), said.words
        assert not counts_in(said), f"{said.key} counts without singular and plural"


@pytest.mark.parametrize("year", ["1970", "1986", "2005", "2025"])
def test_headline_figures_name_their_sign(year):
    """A deficit is called one, and its amount then has no minus."""
    heard = listen("ledgers", "en", to=year)
    row = queries.ask("ledger_balances", **{"from": int(year), "to": int(year)}).frame.iloc[0]
    for book in ("canada", "mexico"):
        surplus = row[f"surplus_{book}_book_usd_m"]
        with speaking("en"):
            named = language.text(f"ledgers.{'surplus' if surplus >= 0 else 'deficit'}.{book}")
            figure = numbers.billions(abs(surplus), "usd")
        assert (named, figure) in [(what, value) for what, value, _ in heard.headlines]


@pytest.mark.parametrize("code", catalog.LANGUAGES)
def test_one_is_singular(code):
    """One claim, one event, one month, one row: in each language as it counts."""
    with speaking(code):
        for key in sorted(key for key in keys_with_plural() if "{n}" in language._messages("en").gettext(key)):
            pattern = language._messages(code).ngettext(key, f"{key}.many", 1)
            assert not many_after_one(pattern.replace("{n}", "1")), key


def keys_with_plural():
    catalogs = language._messages("en")._catalog
    return {key[0] for key in catalogs if isinstance(key, tuple)}


# Columns whose cells are names of their own: what a link, a query or a rule is called, and numbers of lists of goods.
IDENTIFIERS = {
    *(
        "claim",
        "code",
        "event",
        "visit",
        "figure",
        "cause",
        "promise",
        "chapter",
        "route",
        "headline",
        "source",
        "iso2",
        "measure_id",
        "rule_id",
        "term",
        "page",
        "page_params",
    ),
    *("check_query", "check_params", "check_column", "check_row", "shown_column", "other_query", "other_column"),
    *("hs_chapter", "hs_code", "hs10", "top_chapter", "article_date", "about_period", "stated_text", "industry"),
}
CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+|[A-D]|[a-z]{3}:[a-z0-9]+|[A-Z]{2,3}_(M|BN)")


def test_cells_are_words():
    """Neither `by_destination` nor a bare grade: what a table on a page shows of a coded column is in words."""
    for name in queries.names():
        frame = queries.ask(name, **queries.describe(name).example).frame
        for column in frame.columns.difference(IDENTIFIERS):
            if catalog.columns()[column].type == "VARCHAR":
                shown = {words.value_of(column, value) for value in frame[column].dropna().unique()}
                assert not [value for value in shown if CODE.fullmatch(value)], f"{name}: {column}"
