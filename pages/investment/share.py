"""Mexico's share of all Canadian direct investment abroad."""

import pandas as pd

import queries
from ui import figure, marks, numbers, words
from ui.charts import lines
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

IDEAS = {"statcan_table": "CAN", "statcan_table_2021": "CAN", "quoted": "ink"}
OLDER = ("statcan_table_2021",)


@remembered
def picture(years: Years) -> figure.Figure | None:
    """The share by year, one line a vintage, since vintages are never joined; the United States in words, for scale."""
    params = {**years.params, "direction": "outward"}
    answer = queries.ask("direct_investment", **params)
    beside = queries.ask("direct_investment", **params, country="USA")
    mexico, states = answer.frame.dropna(subset="share_pct"), beside.frame.dropna(subset="share_pct")
    official = mexico[mexico["series"] != "quoted"]
    if len(official) < 2:
        return None
    first, last = official.iloc[0], official.iloc[-1]
    drawn = [code for code in IDEAS if code in set(mexico["series"])]
    marked = marks.by_year("investment", mexico["year"].min(), mexico["year"].max())
    return figure.Figure(
        key="share-outward",
        finding=text(
            "investment.share.finding",
            first=first["year"],
            was=numbers.percent(first["share_pct"], 1),
            year=last["year"],
            share=numbers.percent(last["share_pct"], 1),
        ),
        subtitle=text(
            "investment.share.subtitle",
            year=states["year"].iloc[-1],
            share=numbers.percent(states["share_pct"].iloc[-1], 1),
        ),
        panels=[
            (
                lines.over_years(
                    tuple((code, IDEAS[code], _name(mexico, code)) for code in drawn),
                    words.unit("share_pct"),
                    False,
                    words.heading("year"),
                    (int(mexico["year"].min()), int(mexico["year"].max())),
                    current(),
                    form=",.2f",
                    names_on_top=True,
                    events=marked.marks,
                    dashed=OLDER,
                ),
                mexico.pivot_table(index="year", columns="series", values="share_pct")[drawn].reset_index(),
            )
        ],
        answer=answer,
        columns=["year", "position_cad_m", "world_position_cad_m", "share_pct", "series", "vintage", "grade"],
        beside=[beside, *marked.answers],
    )


def _name(mexico: pd.DataFrame, code: str) -> str:
    """A line's name: its vintage and grade, or that it is quoted."""
    if code == "quoted":
        return words.code("series", code)
    row = mexico[mexico["series"] == code].iloc[-1]
    return text("investment.bars", vintage=row["vintage"], grade=row["grade"])
