"""Mexico's own count, on its own axis: what its book has, and what is only quoted of it."""

import pandas as pd

import queries
from ui import figure, numbers, page, words
from ui.charts import year_bars
from ui.filters import Years
from ui.language import current, text
from ui.remember import remembered

# A flow takes the colour of its seller.
SELLERS = {"exports_to_canada": "MEX", "imports_from_canada": "CAN"}
FIRM = {"A", "B"}
# Until 2001 Mexico assigned its exports by buyer.
BY_DESTINATION = 2002


def draw(years: Years) -> None:
    """Both flows as Mexico counts them, and what part of its trade that is."""
    if figure.draw(own_count(years)):
        page.points(text("ledgers.quoted.shares"), shares_of(years))


@remembered
def own_count(years: Years) -> figure.Figure | str:
    """Two panels, one a flow; what is quoted or derived is marked, years without one said."""
    answer = queries.ask("mexico_own_record", **years.params)
    frame = answer.frame
    if frame.empty:
        return text("empty.rows")
    shares = queries.ask("canada_in_mexico", **years.params)
    return figure.Figure(
        key="ledger-quoted",
        finding=_finding(frame),
        subtitle=" ".join([text("ledgers.quoted.subtitle"), *_missing(frame)]),
        panels=[_panel(frame, measure, idea) for measure, idea in SELLERS.items()],
        parts=[words.code("mexico_measure", measure) for measure in SELLERS],
        answer=answer,
        columns=[
            "year",
            "mexico_measure",
            "value_usd_m",
            "grade",
            "quoted_usd_m",
            "quoted_grade",
            "said_by",
            "source_url",
        ],
        beside=[shares],
    )


@remembered
def shares_of(years: Years) -> tuple[tuple[str, str], ...]:
    """What part of Mexico's counts is with Canada, and who says so."""
    return tuple(_share(row) for _, row in queries.ask("canada_in_mexico", **years.params).frame.iterrows())


def _finding(frame: pd.DataFrame) -> str:
    """The last year of what Mexico sells to Canada, by its own count."""
    sold = frame[frame["mexico_measure"] == "exports_to_canada"].iloc[-1]
    value = sold["value_usd_m"] if pd.notna(sold["value_usd_m"]) else sold["quoted_usd_m"]
    return text("ledgers.quoted.finding", year=sold["year"], value=numbers.drawn(value, "usd"))


def _missing(frame: pd.DataFrame) -> list[str]:
    """For each flow, the years between its first and its last that neither the book nor a quotation has."""
    said = []
    for measure in SELLERS:
        known = set(frame.loc[frame["mexico_measure"] == measure, "year"])
        gaps = sorted(set(range(min(known), max(known) + 1)) - known) if known else []
        if gaps:
            listed = ", ".join(str(year) for year in gaps)
            said.append(text("ledgers.quoted.missing", what=words.code("mexico_measure", measure), years=listed))
    return said


def _panel(frame: pd.DataFrame, measure: str, idea: str) -> figure.Panel:
    """Bars of one flow: full where official, hollow where derived or quoted; a diamond where a quotation differs."""
    rows = frame[frame["mexico_measure"] == measure]
    book = rows[rows["value_usd_m"].notna()]
    other = rows[rows["quoted_usd_m"].notna() & (rows["quoted_usd_m"] != rows["value_usd_m"])]
    plotted = pd.concat(
        [
            _marks(book, "value_usd_m", "grade", ["solid" if grade in FIRM else "hollow" for grade in book["grade"]]),
            _marks(other, "quoted_usd_m", "quoted_grade", ["mark"] * len(other)),
        ]
    )
    years = (int(frame["year"].min()), int(frame["year"].max()))
    chart = year_bars.by_year(
        "value_usd_m",
        idea,
        f"{words.code('mexico_measure', measure)}, {numbers.axis_unit('usd')}",
        True,
        (words.heading("year"), words.heading("value_usd_m")),
        years,
        year_bars.styles(plotted),
        current(),
        (BY_DESTINATION,) if measure == "exports_to_canada" and years[0] < BY_DESTINATION <= years[1] else (),
        text("ledgers.break"),
    )
    return chart, plotted


def _marks(rows: pd.DataFrame, value: str, grade: str, styles: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year": rows["year"],
            "value_usd_m": rows[value],
            "style": styles,
            "series_name": [words.code("grade", code) for code in rows[grade]],
            "written": [numbers.decimal(amount / 1000, 1) for amount in rows[value]],
        }
    )


def _share(row: pd.Series) -> tuple[str, str]:
    """One count with Canada beside the same with all countries, and who says so."""
    is_money = row["unit"] == "USD_M"
    sentence = text(
        "ledgers.quoted.share",
        what=words.code("mexico_measure", row["mexico_measure"]),
        year=row["year"],
        value=numbers.money(row["quoted_value"], "usd") if is_money else numbers.decimal(row["quoted_value"]),
        total=numbers.money(row["quoted_total"], "usd") if is_money else numbers.decimal(row["quoted_total"]),
        share=numbers.percent(row["share_pct"], 1),
    )
    return sentence, text("ledgers.quoted.by", who=words.code("said_by", row["said_by"]), grade=row["grade"])
