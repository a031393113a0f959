"""What the duties weigh: the share that pays, and the bill beside exports and output."""

from typing import Any

import queries
from data.frames import records
from pages.tariffs import choices, remarks
from pages.tariffs.choices import MAIN, Choices, idea_of
from pages.tariffs.remarks import unfiltered
from ui import figure, numbers, page, words
from ui.charts import bars
from ui.language import current, text
from ui.remember import remembered

COLUMNS = [
    "partner", "sector", "imports_usd_m", "effective_rate_pct", "dutiable_pct", "duty_usd_m", "duty_share_pct",
    "exports_usd_m", "exports_year", "us_share_pct", "us_share_year", "duty_of_exports_pct", "gdp_usd_m", "gdp_year",
    "duty_of_gdp_pct", "scenario",
]  # fmt: skip


def draw(chosen: Choices) -> None:
    """The bill as a share of output, country by country; then the sectors of the one looked into."""
    partner = choices.focus()
    figure.draw(_of_output(chosen, partner))
    page.points(text("tariffs.exposure.list"), _sentences(chosen, partner))
    remarks.show(remarks.medicines(chosen, (*MAIN, partner)))
    figure.draw(_sectors(chosen, partner))


def _asked(chosen: Choices, partner: str) -> queries.Answer:
    shown = list(dict.fromkeys([*MAIN, partner, *chosen.countries]))
    return queries.ask("exposure", **chosen.scenario.params(), partner=shown)


@remembered
def _of_output(chosen: Choices, partner: str) -> figure.Figure:
    answer = _asked(chosen, partner)
    frame = answer.frame
    of_gdp = frame.dropna(subset=["duty_of_gdp_pct"])
    plotted = of_gdp.assign(
        row=of_gdp["partner"],
        label=[words.country(code) for code in of_gdp["partner"]],
        idea=[idea_of(code) for code in of_gdp["partner"]],
    )[["row", "label", "idea", "duty_of_gdp_pct"]]
    found = frame.set_index("partner")
    subtitle = text("tariffs.exposure.subtitle", day=chosen.day())
    without = frame.loc[frame["duty_of_gdp_pct"].isna(), "partner"]
    if len(without):
        subtitle += " " + text("tariffs.exposure.without", countries=", ".join(map(words.country, without)))
    return figure.Figure(
        key="tariff-exposure",
        finding=text(
            "tariffs.exposure",
            canada=numbers.percent(found.loc["CAN", "duty_of_gdp_pct"], 1),
            mexico=numbers.percent(found.loc["MEX", "duty_of_gdp_pct"], 1),
        ),
        subtitle=unfiltered(subtitle, chosen.is_filtered()),
        panels=[(bars.ranked("duty_of_gdp_pct", "row", ",.2f", len(plotted), current()), plotted)],
        answer=answer,
        columns=COLUMNS,
    )


@remembered
def _sentences(chosen: Choices, partner: str) -> tuple[str, ...]:
    found = _asked(chosen, partner).frame.set_index("partner")
    told = found.loc[list(dict.fromkeys([*MAIN, partner]))].reset_index()
    return tuple(_in_words(row) for row in records(told))


def _in_words(row: dict[str, Any]) -> str:
    """The measures of a country in one paragraph, those without a source left out."""
    parts = [
        text(
            "tariffs.exposure.pays",
            country=words.country(row["partner"]),
            dutiable=numbers.percent(row["dutiable_pct"], 1),
            rate=numbers.percent(row["effective_rate_pct"], 1),
            duty=numbers.money(row["duty_usd_m"], "usd"),
        )
    ]
    if not numbers.missing(row["us_share_pct"]):
        share = numbers.percent(row["us_share_pct"], 0)
        parts.append(text("tariffs.exposure.share", share=share, year=int(row["us_share_year"])))
    if not numbers.missing(row["duty_of_gdp_pct"]):
        gdp = {"gdp": numbers.percent(row["duty_of_gdp_pct"], 2), "gdp_year": int(row["gdp_year"])}
        if numbers.missing(row["duty_of_exports_pct"]):
            parts.append(text("tariffs.exposure.of_gdp", **gdp))
        else:
            exports = numbers.percent(row["duty_of_exports_pct"], 1)
            year = int(row["exports_year"])
            parts.append(text("tariffs.exposure.of_both", exports=exports, exports_year=year, **gdp))
    return " ".join(parts)


@remembered
def _sectors(chosen: Choices, partner: str) -> figure.Figure:
    answer = queries.ask("exposure", **chosen.scenario.params(), partner=[partner], by="sector")
    frame = words.named(answer.frame, "sector").sort_values("duty_usd_m", ascending=False)
    first = frame.iloc[0]
    plotted = frame.assign(
        row=frame["sector"],
        label=[
            text(
                "tariffs.exposure.bar",
                sector=row["sector_name"],
                dutiable=numbers.percent(row["dutiable_pct"]),
            )
            for row in records(frame)
        ],
        idea=idea_of(partner),
    )[["row", "label", "idea", "duty_usd_m"]]
    return figure.Figure(
        key="tariff-exposure-sectors",
        finding=text(
            "tariffs.exposure.sectors",
            country=words.country(partner),
            sector=first["sector_name"],
            share=numbers.percent(first["duty_share_pct"]),
        ),
        subtitle=unfiltered(text("tariffs.exposure.sectors.subtitle"), chosen.is_filtered()),
        panels=[(bars.ranked("duty_usd_m", "row", ",.0f", len(plotted), current()), plotted)],
        answer=answer,
        columns=COLUMNS,
    )
