"""The page's answer: study permits and asylum claims."""

from datetime import date

import pandas as pd

import queries
from pages.people.choices import span
from queries import Answer
from ui import age, expected, numbers
from ui.filters import Years
from ui.language import text
from ui.remember import remembered


def claims_in_words(row: pd.Series) -> dict[str, str]:
    """The last and the highest year of asylum claims, written out."""
    return {
        "year": str(row["year"]),
        "claims": numbers.decimal(row["claims"]),
        "peak": numbers.decimal(row["peak_claims"]),
        "peak_year": str(row["peak_year"]),
    }


@remembered
def answer(years: Years, today: date) -> str:
    """Permits valid at the end of the last year known, and asylum claims of the last year known; how old both are."""
    permits, claims = _last(_permits(years)), _last(_claims(years))
    if permits is None and claims is None:
        return text("people.answer.none", years=numbers.years(years.first, years.last))
    sentences = []
    if permits is not None:
        how_old = age.of(_permits(years), today)
        sentences.append(text("people.answer.permits", age=how_old, **_permits_in_words(permits)))
    if claims is not None:
        values = {**claims_in_words(claims), "age": age.of(_claims(years), today)}
        plain = text("people.answer.claims", **values)
        is_peak = claims["year"] == claims["peak_year"]
        sentences.append(plain if is_peak else text("people.answer.claims.peak", **values))
    return " ".join(sentences)


@remembered
def figures(years: Years, today: date) -> tuple[tuple[str, str, str], ...]:
    """The two figures of that answer, as far as they are known."""
    permits, claims = _last(_permits(years)), _last(_claims(years))
    found = []
    if permits is not None:
        values = _permits_in_words(permits)
        share = numbers.percent(permits["share_pct"], 1)
        found.append(
            (
                text("people.permits"),
                values["permits"],
                text("people.permits.note", share=share, next=expected.of(_permits(years), today), **values),
            )
        )
    if claims is not None:
        values = {**claims_in_words(claims), "vintage": claims["vintage"]}
        found.append(
            (
                text("people.claims"),
                values["claims"],
                text("people.claims.note", next=expected.of(_claims(years), today), **values),
            )
        )
    return tuple(found)


def _permits(years: Years) -> Answer:
    return queries.ask("study_permits", measure="stock", **span(years))


def _claims(years: Years) -> Answer:
    return queries.ask("asylum_summary", **span(years))


def _last(answer: Answer) -> pd.Series | None:
    """The last year that is known."""
    counted = "permits" if "permits" in answer.frame else "claims"
    known = answer.frame[answer.frame[counted].notna()]
    return None if known.empty else known.iloc[-1]


def _permits_in_words(row: pd.Series) -> dict[str, str]:
    return {
        "year": str(row["year"]),
        "permits": numbers.decimal(row["permits"]),
        "rank": numbers.ordinal(row["rank"]),
        "vintage": row["vintage"],
    }
