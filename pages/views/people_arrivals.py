"""Figures of the people page on work, residence, asylum and visitor visas."""

import streamlit as st

import queries
from pages.views.people import claims_in_words, span
from ui import figure, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text


def work(years: Years) -> None:
    """Work permits and permanent residents, by year."""
    params = span(years)
    frame = queries.run("people_flows", **params)
    frame = frame[frame["stream"].isin(["tfwp", "imp", "pr"])]
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=text("people.view.work"), years=numbers.years(years.first, years.last))
            )
        )
        return
    wide = frame.pivot_table(index="year", columns="stream", values="persons").reset_index()
    last = wide.iloc[-1]
    names = {"tfwp": text("people.tfwp"), "imp": text("people.imp"), "pr": text("people.pr")}
    drawn = tuple((code, idea, names[code]) for code, idea in (("tfwp", "MEX"), ("imp", "ink"), ("pr", "other")))
    figure.draw(
        key="work",
        finding=text(
            "people.work.finding",
            year=int(last["year"]),
            tfwp=numbers.decimal(last["tfwp"]),
            imp=numbers.decimal(last["imp"]),
            pr=numbers.decimal(last["pr"]),
        ),
        subtitle=text("people.work.subtitle"),
        panels=[
            (
                lines.over_years(
                    drawn,
                    text("people.work.unit"),
                    False,
                    words.heading("year"),
                    (int(wide["year"].min()), int(wide["year"].max())),
                    current(),
                    names_on_top=True,
                ),
                wide,
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "stream", "persons", "grade"],
            "people_flows",
            ["permits_annual", "permanent_residents"],
            params,
        ),
    )


def asylum(years: Years) -> None:
    """Asylum claims by year with the visa dates, and how they were decided."""
    params = span(years)
    frame = queries.run("asylum_claims", **params)
    if frame.empty:
        st.info(
            words.literal(text("empty.years", what=text("people.claims"), years=numbers.years(years.first, years.last)))
        )
        return
    wide = frame.pivot_table(index="year", columns="publisher", values="claims").reset_index()
    drawn = tuple(
        (publisher, idea, words.code("publishers", publisher))
        for publisher, idea in (("IRCC", "MEX"), ("UNHCR", "other"))
        if publisher in wide.columns
    )
    counted = queries.run("asylum_summary", **params)
    known = text("people.asylum.finding", **claims_in_words(counted.iloc[0])) if len(counted) else ""
    figure.draw(
        key="asylum",
        finding=known or text("people.asylum.other", years=numbers.years(years.first, years.last)),
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
                    rules=_visa_years(years),
                    names_on_top=True,
                ),
                wide,
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "publisher", "claims", "all_claims", "share_pct", "grade"],
            "asylum_claims",
            ["asylum_claims"],
            params,
        ),
    )
    visa_rule_list(years)
    _decisions(years)


def _visa_years(years: Years) -> tuple[tuple[float, str], ...]:
    dates = queries.run("visa_dates", **span(years))
    kept = dates[dates["status"] != "announced"]
    return tuple(
        (d.year + (d.month - 1) / 12, _visa_word(s)) for d, s in zip(kept["date"], kept["status"], strict=True)
    )


def _visa_word(status: str) -> str:
    words_of = {
        "imposed": text("people.visa.imposed"),
        "lifted": text("people.visa.lifted"),
        "reimposed": text("people.visa.reimposed"),
    }
    return words_of[status]


def visa_rule_list(years: Years) -> None:
    """The dates on which the visa rule changed, with their sources."""
    for row in queries.run("visa_dates", **span(years)).to_dict("records"):
        entry = f"[{row[f'policy_{current()}']}]({row['source_url']})"
        st.markdown(words.literal("- " + text("label.value", label=numbers.day(row["date"]), value=entry)))


def _decisions(years: Years) -> None:
    frame = queries.run("asylum_decisions", **span(years))
    if frame.empty:
        return
    last = frame.iloc[-1]
    figure.draw(
        key="decisions",
        finding=text(
            "people.decisions.finding",
            year=int(last["year"]),
            rate=numbers.percent(last["recognition_rate_pct"]),
            recognized=numbers.decimal(last["recognized"]),
            rejected=numbers.decimal(last["rejected"]),
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
        rows=figure.Rows(frame, list(frame.columns), "asylum_decisions", ["asylum_decisions"], span(years)),
    )


def visas(years: Years) -> None:
    """Visitor visas approved by month, with the date the visa came back."""
    params = span(years)
    frame = queries.run("visitor_visas", **params)
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=text("people.view.visas"), years=numbers.years(years.first, years.last))
            )
        )
        return
    frame = frame.assign(month_name=[numbers.month(value) for value in frame["month"]])
    peak = queries.run("visitor_visas_peak", **params).iloc[0]
    dates = queries.run("visa_dates", first_year=int(frame["month"].iloc[0].year), last_year=years.last)
    marks = tuple((f"{d:%Y-%m-%d}", _visa_word(s)) for d, s in zip(dates["date"], dates["status"], strict=True))
    figure.draw(
        key="visas",
        finding=text(
            "people.visas.finding",
            years=numbers.years(int(frame["month"].iloc[0].year), int(frame["month"].iloc[-1].year)),
            month=numbers.month(peak["month"]),
            visas=numbers.decimal(peak["visas"]),
        ),
        subtitle=text("people.visas.subtitle"),
        panels=[
            (
                lines.over_months(
                    "visas",
                    "MEX",
                    words.axis_title("visas"),
                    (words.heading("month"), words.heading("visas")),
                    current(),
                    marks,
                ),
                frame[["month", "month_name", "visas"]],
            )
        ],
        rows=figure.Rows(
            frame,
            ["month", "visas", "suppressed", "applications_processed", "vintage"],
            "visitor_visas",
            ["visitor_visas"],
            params,
        ),
    )
    visa_rule_list(years)
