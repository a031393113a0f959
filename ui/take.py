"""What a reader takes along of a figure: files, a picture, its address for other tools, a frame, a citation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urlencode, urljoin

import streamlit as st

from data import clock
from extracts import FORMATS, citation
from extracts.address import address, public
from extracts.index import TABLE_FORMATS
from queries import Answer
from ui import blocks, filters, state
from ui.language import DEFAULT, current, text
from ui.plot import Plot
from ui.remember import MEMORY

# What the words around the charts take in a frame, about, and a chart that does not say its height.
AROUND, USUAL_HEIGHT = 180, 400
FIRST = ("csv", "xlsx")
RARE = ("parquet", "json")
CITED_AS = {"BibTeX": "cite.bib", "RIS": "cite.ris", "CSL-JSON": "cite.csl.json"}


class Place(NamedTuple):
    """Where a figure stands: its page, the site, the parameters by which the page came to it, the page's address."""

    page: str
    site: str
    asked: str
    address: str


def frame_height(plots: Sequence[Plot]) -> int:
    """Pixels that a frame for these charts and their words should have; 0 where nothing is drawn."""
    highs = [plot.spec.get("height") for plot in plots if plot.rows]
    return AROUND + sum(high if isinstance(high, int) else USUAL_HEIGHT for high in highs) if highs else 0


def show(name: str, title: str, answer: Answer, frame_high: int) -> None:
    """All of it as one block of HTML that asks the server for nothing until something is chosen."""
    place = Place(state.page(), site(), _asked(), filters.address())
    key = ("take", current(), name, title, answer.name, repr(answer.params), place, clock.today())
    made = MEMORY.get(answer.edition.name, key, lambda: _written(name, title, answer, frame_high, place))
    st.html(made, width="content")


def _written(name: str, title: str, answer: Answer, frame_high: int, place: Place) -> str:
    drawn = f"figures/{place.page}/{name}" if frame_high else ""
    embedded = f"{drawn}?{'&'.join(filter(None, ['embed=true', place.asked]))}"
    question = f"?{place.asked}" if place.asked else ""
    files = _files(answer)
    labels = {
        "csv": text("figure.csv"),
        "xlsx": text("figure.xlsx"),
        "parquet": text("figure.parquet"),
        "json": text("figure.json"),
    }
    return blocks.render(
        "take",
        first=[
            *((labels[form], files[form], "") for form in FIRST if form in files),
            *([(text("figure.picture"), f"{drawn}.png{question}", f"{name}.png")] if drawn else []),
            (text("figure.zip"), files["zip"], ""),
        ],
        more=text("figure.more"),
        cite=text("figure.cite"),
        rest=[
            *((labels[form], files[form], "") for form in RARE if form in files),
            *([(text("figure.svg"), f"{drawn}.svg{question}", f"{name}.svg")] if drawn else []),
        ],
        link=text("figure.link"),
        lines=_lines(f"{place.site}/", files),
        embed=(text("figure.embed"), embedded, _frame(f"{place.site}/{embedded}", title, frame_high))
        if drawn
        else None,
        alone=text("figure.alone"),
        quotation=_quotation(title, answer, place),
        cited=_citations(answer),
    )


def site() -> str:
    """The address of the site, without a page; empty where it is not known."""
    return public(urljoin(st.context.url or "", "/")).rstrip("/")


def _asked() -> str:
    """The parameters by which the page has come to this figure, and the language."""
    looked_at = state.looked_at()
    kept = [(key, state.MANY.join(given)) for key, given in state.every().items() if key in looked_at - {"lang"}]
    spoken = [("lang", current())] if current() != DEFAULT else []
    return urlencode([*kept, *spoken], safe=",")


def _files(answer: Answer) -> dict[str, str]:
    """The rows' address in each form, below the site."""
    return _addresses(answer, TABLE_FORMATS if answer.query.is_table else FORMATS)


def _addresses(answer: Answer, forms: Iterable[str]) -> dict[str, str]:
    begin, _, end = address(answer, "*", "", current()).lstrip("/").partition("*")
    return {form: f"{begin}{form}{end}" for form in forms}


def _citations(answer: Answer) -> list[tuple[str, str, str]]:
    """The programs' forms of the citation."""
    found = {} if answer.query.is_table else _addresses(answer, CITED_AS.values())
    return [(label, found[form], "") for label, form in CITED_AS.items() if form in found]


def _lines(here: str, files: dict[str, str]) -> list[tuple[str, str]]:
    """(Tool, what is pasted into it): each reads the rows from their address."""
    csv, parquet = here + files["csv"], here + files["parquet"]
    for_excel = f"{csv}{'&' if '?' in csv else '?'}excel=1"
    return [
        (text("figure.address"), csv),
        (text("figure.in_excel"), for_excel),
        ("Python", f'import pandas; rows = pandas.read_parquet("{parquet}")'),
        ("R", f'rows <- read.csv("{csv}")'),
        ("DuckDB", f"from '{parquet}';"),
    ]


def _frame(address: str, title: str, high: int) -> str:
    return blocks.render("frame", address=address, title=title, height=high)


def _quotation(title: str, answer: Answer, place: Place) -> str:
    """The figure as a list of references names it, found on its page."""
    cited = citation.cited(answer, place.site, current(), title)
    return citation.as_text(replace(cited, address=place.address or cited.address)).strip()
