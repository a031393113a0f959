"""Every message in every language, with the same placeholders, and none left over."""

import ast
import itertools
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from data import catalog
from data.preferred import preferred
from pages.briefing import choices as briefing
from pages.briefing import files as notes
from pages.people import visas
from pages.timeline import fields
from pages.trade import months, partners, products
from ui import language, measures, site

ROOT = Path(__file__).resolve().parents[1]
PLACEHOLDER = re.compile(r"{(\w+)}")
FUNCTIONS = {"text", "text_in", "count"}
PARTS = ("label", "means")


def families():
    """Message keys that code puts together, each with all the parts that can be put in: from pages, catalog and tables."""
    pages = site.pages()
    return {
        "menu.{}": list(pages),
        "{}.question": list(pages),
        "{}.description": list(pages),
        "{}.views": [name for name, page in pages.items() if page.views],
        "{}.view.{}": [(name, view) for name, page in pages.items() for view in page.views],
        "trade.basis.{}": list(catalog.codes("lens")),
        "measure.{}": list(measures.EVERY),
        "ledgers.share.{}": ["imports", "exports"],
        "investment.partners.subtitle.{}": list(measures.EVERY),
        "people.ranking.subtitle.{}": ["current", "share", "index"],
        "people.visas.show.{}": visas.SHOWN,
        "investment.constant.{}": ["outward", "inward"],
        "investment.part.{}": ["outward", "inward"],
        "investment.index.{}": ["outward", "inward"],
        "trade.months.show.{}": months.SHOWN,
        "trade.months.subtitle.mexico.{}": ["change", "twelve"],
        "trade.rank.{}": partners.KINDS,
        "trade.partners.subtitle.{}": list(measures.EVERY),
        "trade.partners.{}.{}": list(itertools.product(partners.DRAWN, partners.KINDS)),
        "trade.products.{}": products.FLOWS,
        "timeline.answer.{}": list(fields.FIELDS),
        "timeline.{}": ["category", "scope", "effect", "confidence"],
        "timeline.{}.all": ["category", "scope", "effect", "confidence"],
        "timeline.{}s": ["strain", "repair"],
        "briefing.topic.{}": list(briefing.TOPICS),
        "briefing.length.{}": list(briefing.LENGTHS),
        "briefing.as.{}": list(notes.FORMS),
        "agenda.{}": ["count", "done", "late"],
        "fresh.state.{}": ["never", "current", "overdue", "failed"],
    }


def keys_of(key, where):
    """The keys that the first argument of a call can be: written out, or one of the families."""
    if isinstance(key, ast.Constant):
        return [key.value]
    assert isinstance(key, ast.JoinedStr), f"{where}: a message key must be written out, or be one of the families"
    form = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in key.values)
    assert form in families(), f"{where}: which parts can {form} be given?"
    return [form.format(*([parts] if isinstance(parts, str) else parts)) for parts in families()[form]]


def calls_in_code():
    """Where a message is asked for, its key, and the names of the values it is given (None where they come in a dict)."""
    for path in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FUNCTIONS:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                given = {word.arg for word in node.keywords}
                for key in keys_of(node.args[0], where):
                    yield where, key, None if None in given else given


def messages(code):
    with (language.TEXTS / f"{code}.po").open("rb") as file:
        return {
            m.id if isinstance(m.id, str) else m.id[0]: m
            for m in read_po(file, locale=catalog.languages()[code].locale)
            if m.id
        }


def strings(message):
    return [message.string] if isinstance(message.string, str) else list(message.string)


@pytest.mark.parametrize("code", catalog.LANGUAGES)
def test_no_message_is_missing_or_stale(code):
    found = messages(code)
    assert set(found) == {key for _, key, _ in calls_in_code()}
    assert not [key for key, message in found.items() if message.fuzzy or not all(strings(message))]


def test_a_message_is_given_every_value_it_names():
    named = {key: {n for s in strings(m) for n in PLACEHOLDER.findall(s)} for key, m in messages("en").items()}
    wrong = [
        f"{where} {key}: names {sorted(named[key])}, given {sorted(given)}"
        for where, key, given in calls_in_code()
        if given is not None and named[key] != given
    ]
    assert wrong == []


@pytest.mark.parametrize("code", [code for code in catalog.LANGUAGES if code != language.DEFAULT])
def test_placeholders_agree_with_english(code):
    english, other = messages("en"), messages(code)
    for key, message in other.items():
        assert {frozenset(PLACEHOLDER.findall(s)) for s in strings(message)} == {
            frozenset(PLACEHOLDER.findall(s)) for s in strings(english[key])
        }, key


@pytest.mark.parametrize("code", [code for code in catalog.LANGUAGES if code != language.DEFAULT])
def test_messages_are_translated(code):
    english, other = messages("en"), messages(code)
    same = {key for key in english if strings(english[key]) == strings(other[key]) and " " in strings(english[key])[0]}
    assert same <= {
        "label.value",
        "investment.quote",
        "tariffs.coverage.bar",
        "tariffs.exposure.bar",
        "tariffs.if.and",
        "tariffs.product.option",
        "tariffs.measures.lines",
        "tariffs.surtaxes.line",
        "tariffs.why",
        "tariffs.why.rule",
        "tariffs.before_after",
        "tariffs.time.peak",
        "timeline.finding",
    }


# Numbers before a noun in a message of one form, which are never one: those of the whole site or of all countries,
# persons (IRCC rounds to a multiple of five), and those that code says only of several.
NEVER_ONE = {
    *("data.answer", "data.rows", "glossary.title", "filter.too_many", "revisions.most", "timeline.all"),
    *("investment.rank", "investment.partners.inward", "investment.partners.outward", "tariffs.band"),
    *("ledgers.sectors.widest", "tariffs.surtaxes.goods.subtitle", "people.answer.permits", "people.asylum.finding"),
    *("people.asylum.most", "people.season.finding", "people.visas.finding", "people.work.finding"),
    *("people.visas.season", "people.visas.twelve", "accessibility.prevents.grid"),
}
COUNTS = "n|of|mexico|tables|publishers|countries|rows|months|articles|permits|visas|work|pr|claims|peak|years_count"
COUNTED = re.compile(rf"{{({COUNTS})}}\*{{0,2}} (?!d[’e]|de |of |à |en |del |du |y |et |and |et |or |o )[^\W\d_]+s\b")


@pytest.mark.parametrize("code", catalog.LANGUAGES)
def test_a_number_before_a_noun_has_singular_and_plural(code):
    found = {key: message.string for key, message in messages(code).items() if isinstance(message.string, str)}
    assert {key: said for key, said in found.items() if COUNTED.search(said) and key not in NEVER_ONE} == {}
    assert NEVER_ONE <= set(found)


def french_texts():
    yield from ((key, said) for key, message in messages("fr").items() for said in strings(message))
    yield from (
        (f"column {name}", getattr(entry, part)["fr"]) for name, entry in catalog.columns().items() for part in PARTS
    )
    yield from ((f"caveat {name}", entry["fr"]) for name, entry in catalog.caveats().items())
    yield from (
        (f"table {t}", getattr(catalog.table(t), part)["fr"]) for t in catalog.tables() for part in ("title", "says")
    )
    yield from ((f"{g} {c}", words["fr"]) for g, codes in catalog.code_groups().items() for c, words in codes.items())


def test_french_marks_do_not_fall_to_the_next_line():
    """Canadian usage: a no-break space before a colon and a percent sign and inside guillemets; none before ; ! ?"""
    loose = re.compile(r" [:;!?%»]|« |\u00a0[;!?]")
    assert [key for key, said in french_texts() if loose.search(said)] == []


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.5", "fr"),
        ("es-MX", "es"),
        ("de-DE,de;q=0.9", "en"),
        ("", "en"),
        ("en-US,en;q=0.9,fr;q=0.8", "en"),
        ("fr;q=0.1, en;q=0.9", "en"),
        ("en;q=0.2, es;q=0.3, fr;q=0.25", "es"),
        ("fr-CA, en;q=0.5", "fr"),
        ("FR_ca", "fr"),
        ("fr-FR;q=0.3, es, fr-CA;q=0.9", "es"),
        ("es, fr", "es"),
        ("fr, es", "fr"),
        ("*", "en"),
        ("es, *;q=0.5", "es"),
        ("fr;q=0.1, *;q=0.9", "en"),
        ("en;q=0, *", "fr"),
        ("fr;q=0", "en"),
        ("fr;q=much, es;q=0.5", "es"),
        (";;,=,q=1;q", "en"),
        ("fr;q=7, es;q=0.1", "es"),
    ],
)
def test_browser_language(header, wanted):
    assert preferred(header) == wanted
