"""The whole duty on a product, country beside country: tariffs with anti-dumping and countervailing duties on top."""

from typing import Any

import pandas as pd

from data.frames import records
from pages.tariffs.choices import MAIN
from queries import Answer
from ui import blocks, figure, numbers, titles, words
from ui.charts import stack
from ui.language import current, text

# The first part in full colour, the others lighter; there are seldom more than four.
STRENGTHS = [1.0, 0.72, 0.5, 0.34]


def of_most(answer: Answer) -> pd.DataFrame:
    """The parts that most companies pay, Canada and Mexico first."""
    frame = answer.frame
    first = frame.groupby("partner")["company"].transform("first")
    order = {code: place for place, code in enumerate([*MAIN, *frame["partner"].unique()][::-1])}
    return frame[frame["company"] == first].sort_values("partner", key=lambda codes: -codes.map(order), kind="stable")


def finding(mine: pd.DataFrame, product: str, day: str) -> str:
    """The product with the whole duty of each country; what it is at least where a rate is not at hand."""
    name, charged = titles.brief(product), rates(mine)
    return titles.fitting(
        text("tariffs.product.finding", product=name, rates=charged, day=day),
        text("label.value", label=name, value=charged),
        text("tariffs.product.unnamed", rates=charged, day=day),
    )


def rates(mine: pd.DataFrame) -> str:
    """The whole duty of each country in a row."""
    return ", ".join(_rate(row) for row in records(mine.drop_duplicates("partner")))


def _rate(row: dict[str, Any]) -> str:
    country = words.country(row["partner"])
    if numbers.missing(row["whole_duty_pct"]):
        return text("tariffs.why.least", country=country, rate=numbers.percent(row["tariffs_pct"], 2))
    return text("tariffs.why", country=country, rate=numbers.percent(row["whole_duty_pct"], 2))


def picture(answer: Answer, said: str, subtitle: str) -> figure.Figure:
    """One bar a country, cut into tariffs and the duties on top of them."""
    mine = of_most(answer)
    headings = (words.heading("partner"), words.heading("programme"), words.heading("effective_rate_pct"))
    charged = words.named(
        words.named(mine[(mine["effective_rate_pct"] > 0) | (mine["programme"] == "base")], "partner"), "programme"
    )
    place = charged.groupby("partner").cumcount().clip(upper=len(STRENGTHS) - 1)
    rows = records(charged)
    plotted = pd.DataFrame(
        {
            "partner": charged["partner"],
            "row_name": charged["partner_name"],
            "label": [_rate(row) for row in rows],
            "idea": [code if code in MAIN else "other" for code in charged["partner"]],
            "name_idea": [f"{code}_text" if code in MAIN else "ink" for code in charged["partner"]],
            "part_name": charged["programme_name"],
            "from": charged["summed_pct"] - charged["effective_rate_pct"],
            "to": charged["summed_pct"],
            "rate": charged["effective_rate_pct"],
            "strength": [STRENGTHS[n] for n in place],
            "written": [
                text("label.value", label=row["programme_name"], value=numbers.percent(row["effective_rate_pct"], 2))
                for row in rows
            ],
        }
    )
    return figure.Figure(
        key="tariff-whole",
        finding=said,
        subtitle=subtitle,
        panels=[(stack.bars("partner", plotted["partner"].nunique(), headings, current()), plotted)],
        answer=answer,
        columns=[
            "partner", "hs10", "remedy_goods", "company", "programme", "effective_rate_pct", "tariffs_pct",
            "remedies_pct", "whole_duty_pct", "valid_from", "citation",
        ],
    )  # fmt: skip


def card(answer: Answer, partners: list[str]) -> str:
    """Country beside country: each part of the duty with its law and first day, and what is not known of it."""
    mine = of_most(answer)
    countries = [
        {
            "idea": code if code in MAIN else "other",
            "name": words.country(code),
            "parts": [_part(row) for row in records(mine[mine["partner"] == code])],
            "remark": _remark(answer.frame[answer.frame["partner"] == code], code),
        }
        for code in partners
    ]
    return blocks.render("duty_card", countries=countries)


def _part(row: dict[str, Any]) -> dict[str, Any]:
    since = (
        ""
        if numbers.missing(row["valid_from"])
        else text("tariffs.surtaxes.since", since=numbers.day(row["valid_from"]))
    )
    return {
        "rate": numbers.percent(row["effective_rate_pct"], 2),
        "name": words.code("programme", row["programme"]),
        "since": since,
        "citation": words.law(row["citation"]),
        "remark": f". {text('tariffs.pharma')}" if row["programme"] == "pharma" else "",
    }


def _remark(frame: pd.DataFrame, partner: str) -> str:
    """What the anti-dumping and countervailing duties add, by company, or that they are not known."""
    if frame.empty:
        return text("tariffs.whole.no_imports", country=words.country(partner))
    row = frame.iloc[0]
    goods = words.code("remedy_goods", row["remedy_goods"])
    if partner not in MAIN:
        return text("tariffs.whole.partner", country=words.country(partner))
    if row["remedy_state"] == "none":
        return text("tariffs.whole.none")
    if row["remedy_state"] == "unrated":
        return text("tariffs.whole.unrated", goods=goods)
    if numbers.missing(row["whole_duty_pct"]):
        return text("tariffs.whole.missing", goods=goods)
    return _sum(frame) + (" " + text("tariffs.whole.seventh") if row["remedy_goods"] == "softwood_lumber" else "")


def _sum(frame: pd.DataFrame) -> str:
    row = frame.iloc[0]
    whole = frame.dropna(subset=["whole_duty_pct"]).sort_values("whole_duty_pct")
    low, high = whole.iloc[0], whole.iloc[-1]
    sentence = text(
        "tariffs.whole.sum",
        tariffs=numbers.percent(row["tariffs_pct"], 2),
        remedies=numbers.percent(row["remedies_pct"], 2),
        goods=words.code("remedy_goods", row["remedy_goods"]),
    )
    if low["company"] == high["company"]:
        return sentence
    return f"{sentence} " + text(
        "tariffs.whole.range",
        low=numbers.percent(low["whole_duty_pct"], 2),
        lowest=words.code("company", low["company"]),
        high=numbers.percent(high["whole_duty_pct"], 2),
        highest=words.code("company", high["company"]),
    )
