"""Asylum claims by year, and how they were decided."""

import pandas as pd

import queries
from pages.people import visa_rules
from pages.people.choices import span
from pages.people.summary import claims_in_words
from ui import figure, marks, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import count, current, text
from ui.remember import remembered


def draw(years: Years) -> None:
    """Asylum claims by year with the visa dates, and how they were decided."""
    if figure.draw(claims(years)):
        visa_rules.visa_rule_list(years)
    if decided := decisions(years):
        figure.draw(decided)


@remembered
def claims(years: Years) -> figure.Figure | str:
    """Asylum claims by year with the visa dates."""
    params = span(years)
    answer = queries.ask("asylum_claims", **params)
    frame = answer.frame
    if frame.empty:
        return text("empty.years", what=text("people.claims"), years=numbers.years(years.first, years.last))
    wide = frame.pivot_table(index="year", columns="publisher", values="claims").reset_index()
    drawn = tuple(
        (publisher, idea, words.code("publishers", publisher))
        for publisher, idea in (("UNHCR", "other"), ("IRCC", "MEX"))
        if publisher in wide.columns
    )
    counted = queries.ask("asylum_summary", **params).frame
    marked = marks.by_year("people", wide["year"].min(), wide["year"].max())
    return figure.Figure(
        key="asylum",
        finding=_finding(counted, years),
        subtitle=text("people.asylum.subtitle"),
        panels=[
            (
                lines.over_years(
                    drawn,
                    words.axis_title("claims"),
                    False,
                    words.heading("year"),
                    (int(wide["year"].min()), int(wide["year"].max())),
                    current(),
                    events=marked.marks,
                    named_at=tuple((publisher, _peak(wide, publisher)) for publisher, _, _ in drawn),
                ),
                wide,
            )
        ],
        answer=answer,
        columns=["year", "publisher", "claims", "all_claims", "share_pct", "grade"],
        beside=marked.answers,
    )


def _peak(wide: pd.DataFrame, publisher: str) -> int:
    """The year of a publisher's highest count; of UNHCR's before IRCC began to count, where there is one."""
    known = wide.dropna(subset=[publisher])
    if publisher == "UNHCR" and "IRCC" in wide.columns:
        alone = known[known["IRCC"].isna()]
        known = known if alone.empty else alone
    return int(known.loc[known[publisher].idxmax(), "year"])


def _finding(counted: pd.DataFrame, years: Years) -> str:
    """The last year beside the highest one, where IRCC counted in these years."""
    if counted.empty:
        return text("people.asylum.other", years=numbers.years(years.first, years.last))
    row = counted.iloc[0]
    if row["year"] == row["peak_year"]:
        return text("people.asylum.most", year=row["year"], claims=numbers.decimal(row["claims"]))
    return text("people.asylum.finding", **claims_in_words(row))


@remembered
def decisions(years: Years) -> figure.Figure | None:
    """How claims were decided; nothing where no decision is known."""
    answer = queries.ask("asylum_decisions", **span(years))
    frame = answer.frame
    if frame.empty:
        return None
    last = frame.iloc[-1]
    return figure.Figure(
        key="decisions",
        finding=text(
            "people.decisions.finding",
            year=int(last["year"]),
            rate=numbers.percent(last["recognition_rate_pct"]),
            recognized=count(
                "people.decisions.recognized", int(last["recognized"]), n=numbers.decimal(last["recognized"])
            ),
            rejected=count("people.decisions.rejected", int(last["rejected"]), n=numbers.decimal(last["rejected"])),
        ),
        subtitle=text("people.decisions.subtitle"),
        panels=[
            (
                lines.over_years(
                    (
                        ("recognized", "MEX", words.heading("recognized", with_unit=False)),
                        ("rejected", "ink", words.heading("rejected", with_unit=False)),
                        ("closed", "other", words.heading("closed", with_unit=False)),
                    ),
                    words.axis_title("decisions"),
                    False,
                    words.heading("year"),
                    (int(frame["year"].min()), int(frame["year"].max())),
                    current(),
                    names_on_top=True,
                ),
                frame[["year", "recognized", "rejected", "closed"]],
            )
        ],
        answer=answer,
    )
