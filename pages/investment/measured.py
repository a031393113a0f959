"""Positions in another measure than current money: constant prices, share of all countries, an index."""

import queries
from ui import figure, marks, numbers
from ui.filters import Years
from ui.language import text
from ui.measures import CONSTANT, INDEX, SHARE, Measure, Wording, lines_of, none
from ui.remember import remembered

COLUMNS = {CONSTANT: "position_constant_cad_m", SHARE: "share_pct", INDEX: "position_index"}
OWNERS = {"outward": "CAN", "inward": "MEX"}
NEWEST = "statcan_table"


def draw(years: Years, direction: str, measure: Measure) -> None:
    """The positions of a direction in the measure chosen; a sentence where the span has no year of it."""
    figure.draw(positions(years, direction, measure) or none(measure))


@remembered
def positions(years: Years, direction: str, measure: Measure) -> figure.Figure | None:
    """One line a vintage, the older ones dashed; what others quote is left out."""
    base = {"base": measure.base} if measure.base else {}
    answer = queries.ask("measured_investment", direction=direction, **base, **years.params)
    column = COLUMNS[measure.code]
    known = answer.frame[answer.frame["series"] != "quoted"].dropna(subset=[column])
    if known.empty:
        return None
    vintages = known.drop_duplicates("series", keep="last").set_index("series")
    drawn = tuple(
        (code, OWNERS[direction], text("investment.bars", vintage=row["vintage"], grade=row["grade"]))
        for code, row in vintages.iterrows()
    )
    wide = known.pivot_table(index="year", columns="series", values=column).reset_index()
    last = known.iloc[-1]
    said = {"year": int(last["year"]), "base": measure.base}
    findings = {
        CONSTANT: lambda: text(f"investment.constant.{direction}", value=numbers.billions(last[column]), **said),
        SHARE: lambda: text(f"investment.part.{direction}", share=numbers.percent(last[column], 1), **said),
        INDEX: lambda: text(f"investment.index.{direction}", index=numbers.decimal(last[column]), **said),
    }
    looks = {
        CONSTANT: (numbers.axis_unit("cad"), ",.0f", True),
        SHARE: ("%", ",.2f", False),
        INDEX: (f"{measure.base} = 100", ",.0f", False),
    }
    subtitles = {
        CONSTANT: text("investment.constant.subtitle", base=measure.base),
        SHARE: text("investment.part.subtitle"),
        INDEX: text("investment.index.subtitle", base=measure.base),
    }
    words_of = Wording(findings[measure.code](), subtitles[measure.code], *looks[measure.code])
    marked = marks.by_year("investment", known["year"].min(), known["year"].max())
    listed = ["year", "direction", column, "position_cad_m", "series", "vintage", "grade"]
    older = tuple(code for code, _, _ in drawn if code != NEWEST)
    return lines_of(f"positions-{direction}", words_of, drawn, wide, answer, listed, marked, older)
