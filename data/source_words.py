"""The title and the address of a source in a reader's language: where the publisher has a page in it, that page."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from data import catalog

# (language, pattern of an address, what stands in its place): only where the publisher names its pages by this pattern.
PAGES = [
    ("fr", r"^(https://www150\.statcan\.gc\.ca/t1/tbl1)/en/", r"\1/fr/"),
    ("fr", r"^(https://www(?:150)?\.statcan\.gc\.ca/(?:n1|daily-quotidien)/.*)-eng\.htm$", r"\1-fra.htm"),
    ("fr", r"^(https://www23\.statcan\.gc\.ca/imdb/p2SV)\.pl\?", r"\1_f.pl?"),
    ("fr", r"^(https://(?:www\.)?international\.gc\.ca/.*\?lang=)eng$", r"\1fra"),
    ("fr", r"^(https://(?:canada)?gazette\.gc\.ca/.*)-eng\.html$", r"\1-fra.html"),
    ("fr", r"^(https://laws-lois\.justice\.gc\.ca)/eng/regulations/SOR-", r"\1/fra/reglements/DORS-"),
    ("fr", r"^https://open\.canada\.ca/data/en/", "https://ouvert.canada.ca/data/fr/"),
    ("fr", r"^https://www\.canada\.ca/en/department-finance\.html$", "https://www.canada.ca/fr/ministere-finances.html"),
    ("fr", r"^https://data\.worldbank\.org/$", "https://donnees.banquemondiale.org/"),
    ("es", r"^https://data\.worldbank\.org/$", "https://datos.bancomundial.org/"),
    ("fr", r"^https://www\.wto\.org/english/(\w+)_e/(\w+)_e/(\w+)_e/(\w+)_e\.htm$",
     r"https://www.wto.org/french/\1_f/\2_f/\3_f/\4_f.htm"),
    ("es", r"^https://www\.wto\.org/english/(\w+)_e/(\w+)_e/(\w+)_e/(\w+)_e\.htm$",
     r"https://www.wto.org/spanish/\1_s/\2_s/\3_s/\4_s.htm"),
]  # fmt: skip


@dataclass(frozen=True)
class Words:
    """Words of a publisher, and the language they are in where that is not the reader's; else empty."""

    words: str
    language: str = ""


def address(url: str, language: str) -> str:
    """The page of a publisher in a language, or its page in English where it is not sure that there is one."""
    for spoken, pattern, instead in PAGES:
        if spoken == language and re.search(pattern, url):
            return re.sub(pattern, instead, url)
    return url


def title(words: str, url: str, language: str) -> Words:
    """The title of what is read at an address, in the language, or as it is printed."""
    found, spoken = catalog.translated("titles", words, language)
    if spoken != language:
        spoken = _original(url)
    return Words(found, "" if spoken == language else spoken)


def of(group: str, words: str, language: str) -> Words:
    """A licence, a grade or a citation in the language, or as it is printed."""
    found, spoken = catalog.translated(group, words, language)
    return Words(found, "" if spoken == language else spoken)


def _original(url: str) -> str:
    host = urlsplit(url).hostname or ""
    originals = catalog.SITE.translations.originals
    return next((spoken for site, spoken in originals.items() if f".{host}".endswith(f".{site}")), catalog.LANGUAGES[0])
