"""Canada's largest partners in a period."""

import pandas as pd
import streamlit as st

import queries
from ui import figure, filters, numbers, words
from ui.charts import bars
from ui.filters import Years
from ui.language import current, text
from ui.measures import CONSTANT, CURRENT, INDEX, SHARE, Measure
from ui.remember import remembered

TOP = 15
KINDS = ("two_way", "imports", "exports")
# What is drawn in each measure, in which form, and what its numbers are divided by.
DRAWN = {
    CONSTANT: ("ranked_constant_cad_m", ",.1f", 1000),
    SHARE: ("ranked_share_pct", ",.1f", 1),
    INDEX: ("ranked_index", ",.0f", 1),
}


def draw(years: Years, measure: Measure) -> None:
    """Canada's largest partners in a period of the years chosen, in the measure chosen, Mexico picked out."""
    periods = queries.ask("trade_periods", **years.params).frame.set_index("year")
    if periods.empty:
        known = queries.ask("trade_periods").frame["year"]
        st.info(words.literal(text("trade.partners.none", years=numbers.years(known.min(), known.max()))))
        return
    spans = {str(year): numbers.months(row["first_month"], row["last_month"]) for year, row in periods.iterrows()}
    names = {code: code if not periods.loc[int(code), "is_partial"] else span for code, span in spans.items()}
    whole = [code for code in names if not periods.loc[int(code), "is_partial"]]
    with st.container(horizontal=True, gap="medium"):
        period = filters.one(
            "period", text("trade.period"), list(names), [*names, *whole][-1], names.__getitem__, buttons=True
        )
        kinds = {code: text(f"trade.rank.{code}") for code in KINDS}
        kind = filters.one("rank", text("trade.rank"), list(kinds), "two_way", kinds.__getitem__, buttons=True)
    figure.draw(ranked(years, int(period), names[period], kind, measure))


@remembered
def ranked(years: Years, period: int, named: str, kind: str, measure: Measure) -> figure.Figure | str:
    """The largest partners of a period, by both ways, imports or exports; a sentence without the months of the base."""
    periods = queries.ask("trade_periods", **years.params).frame.set_index("year")
    chosen = periods.loc[period]
    base = {"base": measure.base} if measure.base else {}
    params = {
        "first_month": f"{chosen['first_month']:%Y-%m}",
        "last_month": f"{chosen['last_month']:%Y-%m}",
        "rank": kind,
        "top": TOP,
    }
    answer = queries.ask("partner_rank", **params, **base)
    column, form, scale = DRAWN.get(measure.code, (f"{kind}_cad_m", ",.1f", 1000))
    frame = words.named(answer.frame.dropna(subset=[column]), "partner")
    if "MEX" not in set(frame["partner"]):
        known = queries.ask("trade_periods").frame["year"]
        return text("trade.partners.no_base", base=measure.base, years=numbers.years(known.min(), known.max()))
    mexico = frame.set_index("partner").loc["MEX"]
    label = [f"{rank}. {name}" for rank, name in zip(frame[f"{kind}_rank"], frame["partner_name"], strict=True)]
    frame = frame.assign(idea=_ideas(frame["partner"]), label=label)
    said = {
        "kind": text(f"trade.rank.{kind}"),
        "period": named,
        "base": measure.base,
        "released": numbers.vintage(chosen["vintage"]),
    }
    listed = ["partner", "imports_cad_m", "exports_cad_m", "balance_cad_m", "two_way_cad_m", "two_way_share_pct"]
    return figure.Figure(
        key="partners",
        finding=_finding(mexico, named, kind, measure),
        subtitle=text(f"trade.partners.subtitle.{measure.code}", **said),
        panels=[
            (
                bars.ranked(column, "partner", form, len(frame), current(), scale),
                frame[["partner", "label", "idea", column]],
            )
        ],
        answer=answer,
        columns=[*dict.fromkeys([*listed, column]), "two_way_rank", "imports_rank", "exports_rank"],
    )


def _finding(mexico: pd.Series, named: str, kind: str, measure: Measure) -> str:
    """Mexico's ranks, or what the measure says of it."""
    if measure.code == CURRENT:
        ranks = {each: numbers.ordinal(mexico[f"{each}_rank"]) for each in KINDS}
        return text("trade.partners.finding", period=named, **ranks)
    value = mexico[DRAWN[measure.code][0]]
    values = {"period": named, "rank": numbers.ordinal(mexico[f"{kind}_rank"]), "base": measure.base}
    written = {CONSTANT: numbers.drawn, SHARE: lambda share: numbers.percent(share, 1), INDEX: numbers.decimal}
    return text(f"trade.partners.{measure.code}.{kind}", value=written[measure.code](value), **values)


def _ideas(codes: pd.Series) -> list[str]:
    return ["MEX" if code == "MEX" else "other" for code in codes]
