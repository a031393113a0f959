"""The page's answer: study permits and asylum claims."""

import pandas as pd

import queries
from pages.people.choices import span
from ui import numbers, page
from ui.filters import Years
from ui.language import text


def claims_in_words(row: pd.Series) -> dict[str, str]:
    """The last and the highest year of asylum claims, written out."""
    return {
        "year": str(row["year"]),
        "claims": numbers.decimal(row["claims"]),
        "peak": numbers.decimal(row["peak_claims"]),
        "peak_year": str(row["peak_year"]),
    }


def answer(years: Years) -> None:
    """Permits valid at the end of the last year known, and asylum claims of the last year known."""
    permits = queries.ask("study_permits", measure="stock", **span(years)).frame
    permits = permits[permits["permits"].notna()]
    claims = queries.ask("asylum_summary", **span(years)).frame
    if permits.empty and claims.empty:
        page.answer(text("people.answer.none", years=numbers.years(years.first, years.last)))
        return
    figures = []
    sentences = []
    if len(permits):
        last = permits.iloc[-1]
        values = {
            "year": last["year"],
            "permits": numbers.decimal(last["permits"]),
            "rank": numbers.ordinal(last["rank"]),
        }
        sentences.append(text("people.answer.permits", **values))
        share = numbers.percent(last["share_pct"], 1)
        figures.append((text("people.permits"), values["permits"], text("people.permits.note", share=share, **values)))
    if len(claims):
        row = claims.iloc[0]
        values = claims_in_words(row)
        is_peak = row["year"] == row["peak_year"]
        plain = text("people.answer.claims", **values)
        sentences.append(plain if is_peak else text("people.answer.claims.peak", **values))
        figures.append((text("people.claims"), values["claims"], text("people.claims.note", **values)))
    page.answer(" ".join(sentences))
    page.headline(figures)
