"""Titles, licences, citations and pages of publishers: in the reader's language where there is one, else marked."""

import re
from pathlib import Path

import pytest

import queries
from data import catalog, source_words
from extracts import package
from tests.visits import visit

SEEN = Path(__file__).resolve().parent / "seen"
# What a page writes; rows of files and marks of charts stand in the records too, and are data.
WRITTEN = re.compile(r"^\(?(?!p\.printed)(?:p|li|dt|dd|h\d|summary|note|button|label)\b[^:]*: (.*)$")
# Where links lead, how marks look, which state another record has.
ABOUT = re.compile(r"→ [^\]]*|<[^>]*>|‹[^›]*›|https?://\S+|\bdata/tables/\S+")
RAW = re.compile(r"\b[a-z0-9]+_[a-z0-9_]+\b|\b(?!www\b)\w+=\w|\bUS-\d{3}-|\bUS-IEEPA-|\bCA-SURTAX|\bMX-\d{4}")


@pytest.mark.parametrize(
    ("url", "language", "page"),
    [
        ("https://www150.statcan.gc.ca/t1/tbl1/en/tv.action?pid=1210001101", "fr",
         "https://www150.statcan.gc.ca/t1/tbl1/fr/tv.action?pid=1210001101"),
        ("https://www150.statcan.gc.ca/n1/daily-quotidien/260402/dq260402a-eng.htm", "fr",
         "https://www150.statcan.gc.ca/n1/daily-quotidien/260402/dq260402a-fra.htm"),
        ("https://www.international.gc.ca/transparency-transparence/mexico-mexique/action-plan-2025-2028.aspx?lang=eng",
         "fr",
         "https://www.international.gc.ca/transparency-transparence/mexico-mexique/action-plan-2025-2028.aspx?lang=fra"),
        ("https://gazette.gc.ca/rp-pr/p2/2016/2016-11-30/html/sor-dors293-eng.html", "fr",
         "https://gazette.gc.ca/rp-pr/p2/2016/2016-11-30/html/sor-dors293-fra.html"),
        ("https://laws-lois.justice.gc.ca/eng/regulations/SOR-2018-206/", "fr",
         "https://laws-lois.justice.gc.ca/fra/reglements/DORS-2018-206/"),
        ("https://open.canada.ca/data/en/organization/cic", "fr", "https://ouvert.canada.ca/data/fr/organization/cic"),
        ("https://www.wto.org/english/thewto_e/whatis_e/tif_e/fact2_e.htm", "es",
         "https://www.wto.org/spanish/thewto_s/whatis_s/tif_s/fact2_s.htm"),
    ],
)  # fmt: skip
def test_a_page_in_the_readers_language_is_linked_and_only_to_that_reader(url, language, page):
    assert source_words.address(url, language) == page
    assert source_words.address(url, "en") == url
    assert source_words.address("https://www.canada.ca/en/department-finance/news/2026/08/x.html", language).count(
        "/en/"
    )


def test_what_is_translated_is_printed_somewhere():
    """A key that nobody prints any more, or that is misspelt, would leave its words in English unseen."""
    asked = ("events", "agenda_evidence", "glossary", "ledger_causes", "official_visits")
    titles = {source.title for source in catalog.sources().values()}
    for name in asked:
        query = queries.describe(name)
        given = {"from": 1944} if "from" in query.params else {}
        titles |= set(queries.ask(name, **given).frame["source_title"])
    law = {
        *queries.ask("tariff_measures", status=list(catalog.codes("measure_status"))).frame["citation"],
        *queries.ask("canada_surtaxes").frame["citation"],
        *queries.ask("whole_duty").frame["citation"],
        *queries.ask("tariff_why").frame["citation"],
    }
    known = catalog.SITE.translations
    assert set(known.titles) - titles == set()
    assert set(known.citations) - law == set()
    grades = {source.grade for source in catalog.sources().values() if re.search("[a-z ]", source.grade)}
    assert set(known.grades) == grades
    assert set(known.licences) - {source.licence for source in catalog.sources().values()} == set()
    assert {source.licence for source in catalog.sources().values()} - set(known.licences) == {"CC BY 4.0"}


@pytest.mark.parametrize(
    ("group", "words", "said"),
    [
        ("citations", "SOR/2025-95 (P.C. 2025-398)",
         {"fr": ("DORS/2025-95 (C.P. 2025-398)", ""), "es": ("SOR/2025-95 (P.C. 2025-398)", "en")}),
        ("citations", "DOF 19 Dec 2024",
         {"fr": ("Décret, DOF du 19 décembre 2024", ""), "es": ("Decreto, DOF 19-12-2024", "")}),
        ("licences", "Open Government Licence - Canada (declared on open.canada.ca; ca-ogl-lgo)",
         {"fr": ("Licence du gouvernement ouvert – Canada (déclarée sur ouvert.canada.ca; ca-ogl-lgo)", "")}),
        ("citations", "EO 14257; HTSUS 9903.01.25", {"en": ("EO 14257; HTSUS 9903.01.25", ""),
                                                    "fr": ("EO 14257; HTSUS 9903.01.25", "en")}),
    ],
)  # fmt: skip
def test_law_and_licences_are_those_of_the_reader_where_there_are_such(group, words, said):
    for language, (wanted, original) in said.items():
        assert source_words.of(group, words, language) == source_words.Words(wanted, original)


def test_a_title_that_stays_foreign_says_its_language():
    spanish = source_words.title("Noroeste", "https://www.noroeste.com.mx/nacional/x", "fr")
    assert (spanish.language, source_words.title("Noroeste", "https://www.noroeste.com.mx/x", "es").language) == (
        "es",
        "",
    )
    page = " ".join(block.proto.body for block in visit("timeline", "fr", all="1", **{"from": "2024"}).get("html"))
    assert re.search(r'<a href="https://www\.federalregister\.gov/[^"]*" lang="en" target', page)
    assert "action-plan-2025-2028.aspx?lang=fra" in page


@pytest.mark.parametrize("language", catalog.LANGUAGES)
def test_the_readme_of_a_zip_is_in_the_readers_language_and_without_codes(language):
    answer = queries.ask("tariff_rate", date="2025-10-14", cusma="lapsed", override=["US-232-STEEL:10"])
    about = package.describe(answer, "https://example.org", language)
    said = package.readme(answer, about, language)
    settings = said.split("\n## ")[1]
    assert not RAW.search(settings), settings
    if language != "en":
        words = package.readme(answer, package.describe(answer, "https://example.org", "en"), "en").split("\n## ")
        assert not {part.split("\n")[0] for part in words} & {part.split("\n")[0] for part in said.split("\n## ")} - {
            "Sources"
        }


def test_no_page_writes_a_code():
    found = {}
    for path in sorted(SEEN.glob("*.*.txt")):
        lines = (WRITTEN.match(line) for line in path.read_text(encoding="utf-8").splitlines())
        said = [ABOUT.sub("", match[1]) for match in lines if match]
        found[path.stem] = [line for line in said if RAW.search(line)]
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("language", catalog.LANGUAGES[1:])
def test_the_full_title_of_a_source_says_its_language_and_its_name_stays_in_the_readers(language):
    body = " ".join(block.proto.body for block in visit("trade", language).get("html"))
    named = re.findall(
        r'title="H\.10 foreign exchange rates[^"]*"( lang="en") target="_blank"[^>]*>(<span [^>]*>)', body
    )
    assert set(named) == {(' lang="en"', f'<span lang="{language}">')}
    assert re.search(r'title="(?:Tableaux|Cuadros) [^"]*" target="_blank"', body)
