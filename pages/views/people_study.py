"""Study permit figures of the people page."""

import pandas as pd
import streamlit as st

import queries
from pages.views.people import span
from ui import figure, filters, numbers, words
from ui.charts import bars, lines
from ui.filters import Years
from ui.language import current, text

TOP = 15
SOURCES = {"stock": "study_stock_by_country", "flow": "study_effective_annual"}
MEASURES = ["stock", "flow"]
LEVELS = ["post_secondary", "secondary", "other", "not_stated"]


def study(years: Years) -> None:
    """Stock and flow of study permits, in two panels because they are two measures."""
    for measure in MEASURES:
        _permits(years, measure)


def _permits(years: Years, measure: str) -> None:
    params = {**span(years), "measure": measure}
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
    frame = queries.run("study_permits", measure=measure, **span(years))
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
    frame = queries.run("study_permits_season", **span(years))
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
    peak = queries.run("study_permits_peak_month", **span(years)).iloc[0]
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
            span(years),
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
