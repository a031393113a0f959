"""Figures of the people page."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, page, words
from ui.charts import bars, lines
from ui.filters import Years
from ui.language import current, text

FIRST, LAST = 2000, 2026
TOP = 15
SOURCES = {"stock": "study_stock_by_country", "flow": "study_effective_annual"}
MEASURES = ["stock", "flow"]
LEVELS = ["post_secondary", "secondary", "other", "not_stated"]
TABLES = {
    "study": ["study_permits"],
    "ranking": ["study_permits"],
    "season": ["study_permits_monthly"],
    "provinces": ["study_permits_by_level"],
    "work": ["permits_annual", "permanent_residents"],
    "asylum": ["asylum_claims", "asylum_decisions", "visa_policy_dates"],
    "visas": ["visitor_visas", "visa_policy_dates"],
}


def _span(years: Years) -> dict[str, int]:
    return {"first_year": years.first, "last_year": years.last}


def answer(years: Years) -> None:
    """Permits valid at the end of the last year known, and asylum claims of the last year known."""
    permits = queries.run("study_permits", measure="stock", **_span(years))
    permits = permits[permits["permits"].notna()]
    claims = queries.run("asylum_summary", **_span(years))
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
        values = _claims(row)
        is_peak = row["year"] == row["peak_year"]
        plain = text("people.answer.claims", **values)
        sentences.append(plain if is_peak else text("people.answer.claims.peak", **values))
        figures.append((text("people.claims"), values["claims"], text("people.claims.note", **values)))
    page.answer(" ".join(sentences))
    page.headline(figures)


def _claims(row: pd.Series) -> dict[str, str]:
    return {
        "year": str(row["year"]),
        "claims": numbers.decimal(row["claims"]),
        "peak": numbers.decimal(row["peak_claims"]),
        "peak_year": str(row["peak_year"]),
    }


def study(years: Years) -> None:
    """Stock and flow of study permits, in two panels because they are two measures."""
    for measure in MEASURES:
        _permits(years, measure)


def _permits(years: Years, measure: str) -> None:
    params = {**_span(years), "measure": measure}
    frame = queries.run("study_permits", **params)
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
            )
        )
        return
    plotted = frame.assign(
        style=["light" if partial else "solid" for partial in frame["is_partial"]],
        series_name=[
            text("people.partial", n=row["months_covered"]) if row["is_partial"] else words.code("measure", measure)
            for row in frame.to_dict("records")
        ],
        written=[numbers.decimal(value) if pd.notna(value) else "–" for value in frame["permits"]],
    )
    figure.draw(
        key=f"permits-{measure}",
        finding=_permits_finding(frame, measure),
        subtitle=text("people.stock.subtitle") if measure == "stock" else text("people.flow.subtitle"),
        panels=[(bars.by_year(
            "permits", "MEX", words.axis_title("permits"), False, (words.heading("year"), words.heading("permits")),
                    (int(frame["year"].min()), int(frame["year"].max())), current()
        ), plotted[["year", "permits", "style", "series_name", "written"]])],
        rows=figure.Rows(
            frame,
            [
                "year", "measure", "permits", "world_permits", "share_pct", "rank", "months_covered", "is_partial",
                "suppressed", "vintage",
            ],
            "study_permits",
            ["study_permits"],
            params,
            [SOURCES[measure]],
        ),
    )  # fmt: skip


def _permits_finding(frame: pd.DataFrame, measure: str) -> str:
    """From the first to the last whole year; one year alone, or a partial one, says so."""
    known = frame[frame["permits"].notna()]
    whole = known[~known["is_partial"]]
    last, first = (whole if len(whole) else known).iloc[-1], (whole if len(whole) else known).iloc[0]
    values = {
        "first": first["year"],
        "first_permits": numbers.decimal(first["permits"]),
        "last": last["year"],
        "last_permits": numbers.decimal(last["permits"]),
    }
    if whole.empty:
        return text("people.flow.partial", n=last["months_covered"], **values)
    if first["year"] == last["year"]:
        return text("people.stock.one", **values) if measure == "stock" else text("people.flow.one", **values)
    return text("people.stock.finding", **values) if measure == "stock" else text("people.flow.finding", **values)


def _measure() -> str:
    return filters.one(
        "measure", text("people.measure"), MEASURES, "stock", lambda code: words.code("measure", code), buttons=True
    )


def _last_whole_year(years: Years, measure: str) -> int | None:
    frame = queries.run("study_permits", measure=measure, **_span(years))
    whole = frame[~frame["is_partial"]]
    return None if whole.empty else int(whole["year"].iloc[-1])


def ranking(years: Years) -> None:
    """Mexico among the countries with most permit holders."""
    measure = _measure()
    year = _last_whole_year(years, measure)
    if year is None:
        st.info(
            words.literal(
                text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
            )
        )
        return
    params = {"year": year, "measure": measure, "top": TOP}
    frame = words.named(queries.run("study_permits_rank", **params), "country")
    mexico = frame.set_index("country").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame["rank"], frame["country_name"], strict=True)]
    frame = frame.assign(label=label, idea=["MEX" if code == "MEX" else "other" for code in frame["country"]])
    figure.draw(
        key="ranking",
        finding=text(
            "people.ranking.finding",
            year=year,
            rank=numbers.ordinal(mexico["rank"]),
            share=numbers.percent(mexico["share_pct"], 1),
        ),
        subtitle=f"{words.code('measure', measure)}, {year}. {text('people.ranking.subtitle')}",
        panels=[
            (
                bars.ranked("permits", "country", ",.0f", len(frame), current()),
                frame[["country", "label", "idea", "permits"]],
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "measure", "country", "permits", "share_pct", "rank", "vintage"],
            "study_permits_rank",
            ["study_permits"],
            params,
            [SOURCES[measure]],
        ),
    )


def season(years: Years) -> None:
    """Study permits by month of the year, one line a year, the last two picked out."""
    frame = queries.run("study_permits_season", **_span(years))
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=words.code("stream", "study"), years=numbers.years(years.first, years.last))
            )
        )
        return
    last = int(frame["year"].max())
    ideas = {last: "MEX", last - 1: "ink"}
    ends = frame[frame["permits"].notna()].groupby("year")["month_of_year"].max()
    peak = queries.run("study_permits_peak_month", **_span(years)).iloc[0]
    tags = [
        str(year) if year in ideas and month == ends.get(year) else ""
        for year, month in zip(frame["year"], frame["month_of_year"], strict=True)
    ]
    plotted = frame.assign(
        idea=[ideas.get(year, "other") for year in frame["year"]],
        tag=tags,
        month_name=[numbers.month_name(month) for month in frame["month_of_year"]],
    )
    figure.draw(
        key="season",
        finding=text(
            "people.season.finding",
            years=numbers.years(int(frame["year"].min()), last),
            month=numbers.month_name(peak["month_of_year"]),
            year=peak["year"],
            permits=numbers.decimal(peak["permits"]),
        ),
        subtitle=text("people.season.subtitle"),
        panels=[
            (
                lines.season(
                    "permits",
                    (words.heading("year"), words.heading("month"), words.heading("permits")),
                    tuple(numbers.month_name(month, "abbreviated") for month in range(1, 13)),
                    words.axis_title("permits"),
                    current(),
                ),
                plotted[["year", "month_of_year", "month_name", "permits", "idea", "tag"]],
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "month_of_year", "permits", "suppressed", "vintage"],
            "study_permits_season",
            ["study_permits_monthly"],
            _span(years),
        ),
    )


def provinces(years: Years) -> None:
    """Where and at which level permit holders of all nationalities study."""
    measure = _measure()
    year = _last_whole_year(years, measure)
    frame = pd.DataFrame() if year is None else queries.run("study_permits_by_level", year=year, measure=measure)
    if frame.empty:
        st.info(
            words.literal(
                text("empty.years", what=words.code("measure", measure), years=numbers.years(years.first, years.last))
            )
        )
        return
    levels = tuple(words.code("study_level", code) for code in LEVELS)
    frame = words.named(words.named(frame, "province"), "study_level")
    plotted = frame.assign(label=frame["province_name"], part_order=frame["study_level"].map(LEVELS.index))
    totals = plotted.groupby("province")["permits"].sum().sort_values(ascending=False)
    plotted = plotted.assign(place=plotted["province"].map({code: n for n, code in enumerate(totals.index)}))
    plotted = plotted.sort_values(["place", "part_order"])
    figure.draw(
        key="provinces",
        finding=text("people.provinces.finding", year=year, province=words.code("province", totals.index[0])),
        subtitle=f"{words.code('measure', measure)}, {year}. {text('people.provinces.subtitle')}",
        panels=[
            (
                bars.stacked(
                    "permits",
                    "province",
                    "study_level_name",
                    levels,
                    words.axis_title("permits"),
                    len(totals),
                    current(),
                ),
                plotted[["province", "label", "study_level_name", "part_order", "permits"]],
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "measure", "province", "study_level", "permits", "suppressed", "vintage"],
            "study_permits_by_level",
            ["study_permits_by_level"],
            {"year": year, "measure": measure},
        ),
    )


def work(years: Years) -> None:
    """Work permits and permanent residents, by year."""
    params = _span(years)
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
    params = _span(years)
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
    known = text("people.asylum.finding", **_claims(counted.iloc[0])) if len(counted) else ""
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
    dates = queries.run("visa_dates", **_span(years))
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
    for row in queries.run("visa_dates", **_span(years)).to_dict("records"):
        entry = f"[{row[f'policy_{current()}']}]({row['source_url']})"
        st.markdown(words.literal("- " + text("label.value", label=numbers.day(row["date"]), value=entry)))


def _decisions(years: Years) -> None:
    frame = queries.run("asylum_decisions", **_span(years))
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
        rows=figure.Rows(frame, list(frame.columns), "asylum_decisions", ["asylum_decisions"], _span(years)),
    )


def visas(years: Years) -> None:
    """Visitor visas approved by month, with the date the visa came back."""
    params = _span(years)
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
