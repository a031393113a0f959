"""Countries by effective rate, in four groups of duties; on demand the programmes of some."""

from typing import Any

import pandas as pd

import queries
from data.frames import records
from pages.tariffs import remarks
from pages.tariffs.choices import MAIN, Choices, idea_of
from ui import figure, numbers, words
from ui.charts import columns
from ui.language import count, current, text
from ui.remember import remembered

GROUPS = ["base", "s232", "emergency", "s301_338"]
COUNTRIES_BESIDE = 4
LEAST_CHANGE = 0.005


@remembered
def ranking(chosen: Choices) -> figure.Figure | str:
    """Countries by rate, cut into the groups of duties that there are on the day; ticks mark the law in a what-if."""
    answer = queries.ask("tariff_ranking", partner=list(chosen.countries), **chosen.params())
    found = answer.frame
    if found.empty:
        return text("tariffs.answer.none")
    charged = found[(found["effective_rate_pct"] > 0) | (found["law_rate_pct"] > 0)]
    present = [code for code in GROUPS if code in set(charged["duty_group"])]
    order = found.drop_duplicates("partner")
    first = order.iloc[0]
    plotted = _bars(found[found["duty_group"].isin(present)], "partner", "duty_group", present)
    plotted = plotted.assign(label=[_label(row) for row in records(plotted)], label_idea=plotted["name_idea"])
    headings = ("partner", "duty_group", "effective_rate_pct", "law_rate_pct")
    return figure.Figure(
        key="tariff-ranking",
        finding=count(
            "tariffs.ranking",
            len(order),
            n=len(order),
            country=words.country(first["partner"]),
            rate=numbers.percent(first["country_rate_pct"], 1),
            day=chosen.day(),
        ),
        subtitle=_subtitle(chosen),
        panels=[(_chart(plotted, "partner", "duty_group", present, headings), plotted)],
        answer=answer,
        columns=[
            "partner", "duty_group", "effective_rate_pct", "law_rate_pct", "country_rate_pct", "country_law_pct",
            "assumed_pct", "duty_usd_m", "country_duty_usd_m", "imports_usd_m", "scenario",
        ],
    )  # fmt: skip


@remembered
def bills(chosen: Choices) -> tuple[tuple[str, str, str], ...]:
    """The duty bills of Canada and Mexico in a year, as headline figures; in a what-if with those by law."""
    partners = chosen.countries if set(MAIN) <= set(chosen.countries) else tuple(MAIN)
    found = queries.ask("tariff_ranking", partner=list(partners), **chosen.params()).frame
    found = found.drop_duplicates("partner").set_index("partner")
    if not set(MAIN) <= set(found.index):
        return ()
    return tuple(_bill(code, found.loc[code], chosen.scenario.is_law()) for code in MAIN)


def _bill(code: str, row: pd.Series, is_law: bool) -> tuple[str, str, str]:
    cad = numbers.billions(row["country_duty_cad_m"], "cad")
    note = text("tariffs.bill", cad=cad)
    if not is_law:
        note = text("tariffs.bill.if", cad=cad, law=numbers.billions(row["country_law_usd_m"], "usd"))
    return (
        text("tariffs.bill_of", country=words.country(code)),
        numbers.billions(row["country_duty_usd_m"], "usd"),
        note,
    )


def _subtitle(chosen: Choices) -> str:
    law = "" if chosen.scenario.is_law() else text("tariffs.ranking.ticks")
    return figure.noted(text("tariffs.ranking.subtitle"), law, remarks.only(chosen))


def _label(row: dict[str, Any]) -> str:
    """The country with its rate and bill; what of it is assumed; in a what-if the rate by law before it."""
    rate = numbers.percent(row["country_rate_pct"], 1)
    before = numbers.percent(row["country_law_pct"], 1)
    if before != rate:
        rate = text("tariffs.before_after", before=before, after=rate)
    bill = numbers.drawn(row["country_duty_usd_m"], "usd")
    label = text("tariffs.bar", country=words.country(row["partner"]), rate=rate, bill=bill)
    if row["country_assumed_pct"] < remarks.LEAST_SAID:
        return label
    return label + text("tariffs.bar.assumed", points=numbers.decimal(row["country_assumed_pct"], 1))


def _bars(found: pd.DataFrame, row: str, part: str, parts: list[str]) -> pd.DataFrame:
    """Rows and parts as the chart of columns wants them, in the hue of their country."""
    plotted = words.named(words.named(found, row), part)
    return plotted.assign(
        row_name=plotted[f"{row}_name"],
        part_name=plotted[f"{part}_name"],
        place=[parts.index(code) for code in plotted[part]],
        idea=[idea_of(code) for code in plotted["partner"]],
        name_idea=[f"{code}_text" if code in MAIN else "ink" for code in plotted["partner"]],
        written=[numbers.decimal(rate, 1) if rate > 0 else "" for rate in plotted["effective_rate_pct"]],
        greatest=plotted[["effective_rate_pct", "law_rate_pct"]].max().max(),
        is_changed=(plotted["effective_rate_pct"] - plotted["law_rate_pct"]).abs() > LEAST_CHANGE,
    )


def _chart(plotted: pd.DataFrame, row: str, part: str, parts: list[str], headings: tuple[str, ...]) -> dict[str, Any]:
    names = dict(zip(plotted[part], plotted["part_name"], strict=True))
    return columns.bars(
        "effective_rate_pct",
        "law_rate_pct",
        row,
        tuple(names[code] for code in parts),
        plotted[row].nunique(),
        tuple(map(words.heading, headings)),  # type: ignore[arg-type]
        current(),
    )


@remembered
def programmes(chosen: Choices) -> figure.Figure | None:
    """The programmes behind the groups, for Canada, Mexico and the first of the other countries ranked."""
    answer = queries.ask("tariff_programmes", partner=list(chosen.countries), **chosen.params())
    found = answer.frame
    shown = [code for code in MAIN if code in set(found["partner"])]
    others = [code for code in dict.fromkeys(found["partner"]) if code not in MAIN]
    beside = [*shown, *others][:COUNTRIES_BESIDE]
    if not beside:
        return None
    plotted = _bars(found[found["partner"].isin(beside)], "programme", "partner", beside)
    plotted = plotted.assign(label=plotted["row_name"], label_idea="ink")
    first = plotted[plotted["partner"] == beside[0]].sort_values("effective_rate_pct").iloc[-1]
    headings = ("programme", "partner", "effective_rate_pct", "law_rate_pct")
    return figure.Figure(
        key="tariff-programmes",
        finding=count(
            "tariffs.programmes.finding",
            numbers.plural_of(first["effective_rate_pct"]),
            country=words.country(beside[0]),
            programme=first["row_name"],
            points=numbers.decimal(first["effective_rate_pct"], 1),
        ),
        subtitle=figure.noted(text("tariffs.programmes.subtitle"), remarks.only(chosen)),
        panels=[(_chart(plotted, "programme", "partner", beside, headings), plotted)],
        answer=answer,
        columns=[
            "partner",
            "programme",
            "effective_rate_pct",
            "law_rate_pct",
            "country_rate_pct",
            "duty_usd_m",
            "scenario",
        ],
    )
