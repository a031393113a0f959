"""One flow in both books in another measure than current money: constant prices, a share of all goods, an index."""

import queries
from ui import figure, marks, numbers
from ui.charts import palette
from ui.filters import Years
from ui.language import text
from ui.measures import CONSTANT, INDEX, SHARE, Measure, Wording, lines_of, none
from ui.remember import remembered

COLUMNS = {
    CONSTANT: ("importer_record_constant_cad_m", "exporter_record_constant_cad_m"),
    SHARE: ("importer_share_pct", "exporter_share_pct"),
    INDEX: ("importer_index", "exporter_index"),
}


def draw(years: Years, direction: str, measure: Measure) -> None:
    """A flow in the measure chosen; a sentence where the span has no year of it."""
    figure.draw(flow(years, direction, measure) or none(measure))


@remembered
def flow(years: Years, direction: str, measure: Measure) -> figure.Figure | None:
    """The buyer's book solid, the seller's dashed, in the hue of who sells."""
    base = {"base": measure.base} if measure.base else {}
    answer = queries.ask("measured_ledgers", flow=direction, **base, **years.params)
    bought, sold = COLUMNS[measure.code]
    known = answer.frame.dropna(subset=[bought, sold], how="all")
    both = known.dropna(subset=[bought, sold])
    if both.empty:
        return None
    books = text("ledgers.book.canada"), text("ledgers.book.mexico")
    buyer, seller = books if direction == "imports" else books[::-1]
    last = both.iloc[-1]
    values = {"year": int(last["year"]), "base": measure.base, "first": buyer, "second": seller}
    amounts = {"buyer": last[bought], "seller": last[sold]}
    if measure.code == CONSTANT:
        finding = text("ledgers.constant", **values, **{who: numbers.drawn(n) for who, n in amounts.items()})
        subtitle = text("ledgers.constant.subtitle", base=measure.base)
        said = Wording(finding, subtitle, numbers.axis_unit("cad"), ",.0f", True)
    elif measure.code == SHARE:
        parts = {who: numbers.percent(part, 1) for who, part in amounts.items()}
        said = Wording(
            text(f"ledgers.share.{direction}", year=values["year"], **parts),
            text("ledgers.share.subtitle"),
            "%",
            ",.2f",
        )
    else:
        finding = text("ledgers.index", **values, **{who: numbers.decimal(n) for who, n in amounts.items()})
        unit = f"{measure.base} = 100"
        said = Wording(finding, text("ledgers.index.subtitle", base=measure.base), unit, ",.0f")
    idea = palette.seller(direction)
    marked = marks.by_year("trade", known["year"].min(), known["year"].max())
    drawn = ((bought, idea, buyer), (sold, idea, seller))
    listed = ["year", "flow", bought, sold, "importer_record_usd_m", "exporter_record_usd_m"]
    return lines_of(f"ledger-{direction}", said, drawn, known, answer, listed, marked, (sold,))
