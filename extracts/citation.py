"""An answer cited in the reader's language: as text, BibTeX, RIS and CSL-JSON, all of the same facts."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from data import catalog, clock, written
from extracts.address import address
from extracts.delivery import made
from extracts.version import released, version
from queries import Answer, question

BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
BIBTEX |= {letter: f"\\{letter}" for letter in "{}&%$#_"}


@dataclass(frozen=True)
class Citation:
    """The facts of a citation; `figures` names the publishers of the figures with their vintages."""

    name: str
    author: str
    title: str
    site: str
    edition: str
    published: date
    figures: str
    accessed: date
    address: str
    language: str

    @property
    def key(self) -> str:
        """What a list of references calls it."""
        return f"canada_mexico_{self.name}_{self.published.year}"


def cited(answer: Answer, site: str, language: str, title: str = "") -> Citation:
    """How to cite an answer today; by the title of a figure, else by its question."""
    edition, words = answer.edition, catalog.codes("quotation")
    published = made(edition).date() if edition.made else released()
    day = written.day(catalog.languages()[language], published)
    publishers = catalog.codes("publishers")
    vintages: dict[str, dict[str, None]] = {}
    for entry in answer.entries():
        vintages.setdefault(publishers[entry.publisher][language], {})[entry.vintage] = None
    return Citation(
        name=answer.name,
        author=words["author"][language],
        title=title or question(answer.query, language),
        site=words["site"][language],
        edition=words["edition"][language].format(version=version(), day=day),
        published=published,
        figures="; ".join(f"{publisher} ({', '.join(known)})" for publisher, known in vintages.items()),
        accessed=clock.today(),
        address=address(answer, "csv", site, language),
        language=language,
    )


def as_text(of: Citation) -> str:
    """A sentence for a list of references."""
    words = {code: texts[of.language] for code, texts in catalog.codes("quotation").items()}
    accessed = words["accessed"].format(day=written.day(catalog.languages()[of.language], of.accessed))
    figures = words["figures"].format(publishers=of.figures)
    title = words["quoted"].format(title=of.title)
    return f"{of.author} ({of.published.year}). {title} {of.site}, {of.edition}. {figures} {accessed} {of.address}\n"


def as_bibtex(of: Citation) -> str:
    """An entry for LaTeX, in UTF-8."""
    fields = {
        "author": f"{{{_tex(of.author)}}}",
        "title": f"{{{_tex(of.title)}}}",
        "year": str(of.published.year),
        "howpublished": _tex(of.site),
        "edition": _tex(of.edition),
        "note": _tex(of.figures),
        "url": of.address.replace("{", "%7B").replace("}", "%7D"),
        "urldate": f"{of.accessed:%Y-%m-%d}",
    }
    return "\n".join([f"@misc{{{of.key},", *(f"  {name} = {{{value}}}," for name, value in fields.items()), "}", ""])


def _tex(text: str) -> str:
    return "".join(BIBTEX.get(letter, letter) for letter in _line(text))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def as_ris(of: Citation) -> str:
    """Lines that Zotero, EndNote and Mendeley import."""
    lines = [
        ("TY", "DATA"),
        ("AU", of.author),
        ("TI", of.title),
        ("T2", of.site),
        ("PY", str(of.published.year)),
        ("DA", f"{of.published:%Y/%m/%d}"),
        ("ET", of.edition),
        ("N1", of.figures),
        ("Y2", f"{of.accessed:%Y/%m/%d}"),
        ("UR", of.address),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {_line(value)}\r\n" for tag, value in lines)


def as_csl(of: Citation) -> str:
    """The form that Pandoc and citation processors read."""
    entry = {
        "id": of.key,
        "type": "dataset",
        "author": [{"literal": of.author}],
        "title": of.title,
        "container-title": of.site,
        "version": of.edition,
        "issued": {"date-parts": [[of.published.year, of.published.month, of.published.day]]},
        "accessed": {"date-parts": [[of.accessed.year, of.accessed.month, of.accessed.day]]},
        "note": of.figures,
        "URL": of.address,
    }
    return json.dumps([entry], ensure_ascii=False, indent=1)


@dataclass(frozen=True)
class Form:
    """A form of citation: its media type and its writer."""

    media_type: str
    write: Callable[[Citation], str]


FORMS = {
    "txt": Form("text/plain; charset=utf-8", as_text),
    "bib": Form("application/x-bibtex; charset=utf-8", as_bibtex),
    "ris": Form("application/x-research-info-systems; charset=utf-8", as_ris),
    "csl.json": Form("application/vnd.citationstyles.csl+json", as_csl),
}
