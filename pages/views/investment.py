"""Figures of the investment page."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, page, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text

TOP = 15
SOURCES = {
    "outward": ["statcan_36100008", "statcan_daily_positions", "quoted_figures"],
    "inward": ["statcan_36100008"],
}
STYLES = {"statcan_table": "solid", "statcan_daily": "light", "quoted": "hollow"}


def direction_choice() -> str:
    """Both directions, or one."""

    def words_of(code: str) -> str:
        return text("investment.both") if code == "both" else words.code("direction", code)

    return filters.one(
        "direction", text("investment.direction"), ["both", "outward", "inward"], "both", words_of, buttons=True
    )


def answer(years: Years) -> None:
    """The latest official positions of both directions within the span."""
    frame = queries.run("direct_investment", first_year=years.first, last_year=years.last)
    known = frame[frame["position_cad_m"].notna() & (frame["series"] != "quoted")]
    outward, inward = (known[known["direction"] == direction] for direction in ("outward", "inward"))
    if outward.empty:
        page.answer(text("investment.answer.none", years=numbers.years(years.first, years.last)))
        return
    out = outward.iloc[-1]
    values = {
        "year": out["year"],
        "outward": numbers.money(out["position_cad_m"]),
        "share": numbers.percent(out["share_pct"], 1),
    }
    if inward.empty:
        page.answer(text("investment.answer.outward", **values))
    else:
        into = inward.iloc[-1]
        page.answer(
            text("investment.answer", inward=numbers.money(into["position_cad_m"]), inward_year=into["year"], **values)
        )
    page.headline([_figure(rows.iloc[-1]) for rows in (outward, inward) if len(rows)])


def _figure(row: pd.Series) -> tuple[str, str, str]:
    what = text("investment.outward") if row["direction"] == "outward" else text("investment.inward")
    note = text(
        "investment.note",
        year=row["year"],
        share=numbers.percent(row["share_pct"], 1) if pd.notna(row["share_pct"]) else "–",
    )
    if pd.notna(row["rank"]):
        note += " · " + text("investment.rank", rank=numbers.ordinal(row["rank"]), countries=row["countries"])
    return what, numbers.billions(row["position_cad_m"]), note


def both_positions(years: Years, direction: str) -> None:
    """One direction or both, what others say beside the Canadian position."""
    if direction != "inward":
        positions(years, "outward")
        quoted(years)
    if direction != "outward":
        positions(years, "inward")


def positions(years: Years, direction: str) -> None:
    """Positions by year; other vintages lighter, quoted figures hollow, years without a figure left empty."""
    params = {"first_year": years.first, "last_year": years.last, "direction": direction}
    frame = queries.run("direct_investment", **params)
    known = frame[frame["position_cad_m"].notna()]
    official = known[known["series"] != "quoted"]
    if known.empty:
        st.info(
            words.literal(
                text(
                    "empty.years", what=words.code("direction", direction), years=numbers.years(years.first, years.last)
                )
            )
        )
        return
    plotted = frame.assign(
        style=frame["series"].map(STYLES),
        series_name=[words.code("series", s) for s in frame["series"]],
        written=[numbers.decimal(value / 1000, 1) if pd.notna(value) else "" for value in frame["position_cad_m"]],
    )[["year", "position_cad_m", "style", "series_name", "written"]]
    if direction == "outward":
        plotted = pd.concat([plotted, _press(years)])
    last = (official if len(official) else known).iloc[-1]
    said = {"year": last["year"], "value": numbers.money(last["position_cad_m"])}
    idea = "CAN" if direction == "outward" else "MEX"
    if direction == "outward":
        finding = text("investment.outward.finding", **said)
        if official.empty:
            finding = text("investment.outward.quoted", **said)
    else:
        finding = text("investment.inward.finding", **said)
    subtitle = _how_drawn(known, direction == "outward")
    figure.draw(
        key=f"positions-{direction}",
        finding=finding,
        subtitle=subtitle,
        panels=[(bars.by_year(
            "position_cad_m",
            idea,
            numbers.axis_unit("cad"),
            True,
            (words.heading("year"), words.heading("position_cad_m")),
                    (max(years.first, int(frame["year"].min())), years.last),
            current(),
        ), plotted)],
        rows=figure.Rows(
            frame,
            [
                "year", "direction", "position_cad_m", "world_position_cad_m", "share_pct", "change_pct", "rank",
                "suppressed", "series", "vintage", "grade",
            ],
            "direct_investment",
            ["direct_investment"],
            params,
            SOURCES[direction],
        ),
    )  # fmt: skip


def _how_drawn(known: pd.DataFrame, has_press: bool) -> str:
    """What the bars are and which years they cover, as far as it holds for the rows shown."""
    drawn = set(known["series"])
    parts = [text("investment.table")]
    parts += [text("investment.with_daily")] if "statcan_daily" in drawn else []
    parts += [text("investment.with_quoted")] if "quoted" in drawn else []
    parts += [text("investment.with_press")] if has_press else []
    parts.append(text("investment.at_hand", years=numbers.years(known["year"].min(), known["year"].max())))
    return " ".join(parts)


def _press(years: Years) -> pd.DataFrame:
    """What the press says without a source, as a mark beside the bars."""
    frame = _quotes(years)
    frame = frame[frame["precision"] == "about"]
    return pd.DataFrame(
        {
            "year": frame["year"],
            "position_cad_m": frame["quoted_value"] * 1000,
            "style": "mark",
            "series_name": frame[f"who_{current()}"],
            "written": [f"≈ {numbers.decimal(value)}" for value in frame["quoted_value"]],
        }
    )


def _quotes(years: Years) -> pd.DataFrame:
    span = {"first_year": years.first, "last_year": years.last}
    frame = queries.run("quoted_figures", topic="investment", quantity="outward_position", **span)
    return frame[frame["country"] == "MEX"]


def quoted(years: Years) -> None:
    """What governments and the press say the position is, beside the series and marked."""
    frame = _quotes(years)
    if frame.empty:
        return
    st.markdown(words.literal(f"**{text('investment.quoted')}**"))
    for row in frame.to_dict("records"):
        who = row[f"who_{current()}"]
        who = f"[{who}]({row['source_url']})" if row["source_url"] else who
        how = words.code("precision", row["precision"])
        said = text(
            "investment.quote", year=row["year"], value=f"**{numbers.money(row['quoted_value'] * 1000)}**", how=how
        )
        note = row[f"note_{current()}"]
        st.markdown(words.literal(f"- {said} — {who}" + (f". {note}." if note else "")))


def partners(years: Years, direction: str) -> None:
    """Mexico among all countries in the latest year of the table."""
    known = queries.run("direct_investment", first_year=years.first, last_year=years.last, direction=direction)
    at_hand = known[known["series"] == "statcan_table"]
    if at_hand.empty:
        st.info(words.literal(text("investment.partners.none")))
        return
    params = {"year": int(at_hand["year"].iloc[-1]), "direction": direction, "top": TOP}
    frame = words.named(queries.run("investment_partners", **params), "country")
    mexico = frame.set_index("country").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame["rank"], frame["country_name"], strict=True)]
    frame = frame.assign(label=label, idea=["MEX" if code == "MEX" else "other" for code in frame["country"]])
    values = {
        "year": params["year"],
        "rank": numbers.ordinal(mexico["rank"]),
        "countries": mexico["countries"],
        "share": numbers.percent(mexico["share_pct"], 1),
    }
    figure.draw(
        key=f"partners-{direction}",
        finding=text("investment.partners.outward", **values)
        if direction == "outward"
        else text("investment.partners.inward", **values),
        subtitle=text("investment.partners.subtitle", year=params["year"]),
        panels=[
            (
                bars.ranked("position_cad_m", "country", ",.1f", len(frame), current(), 1000),
                frame[["country", "label", "idea", "position_cad_m"]],
            )
        ],
        rows=figure.Rows(
            frame,
            ["year", "direction", "country", "position_cad_m", "share_pct", "rank", "vintage", "grade"],
            "investment_partners",
            ["direct_investment"],
            params,
            SOURCES["inward"],
        ),
    )
