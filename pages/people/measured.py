"""Counts of people as a share of all nationalities, or beside a base year; persons have no prices."""

import queries
from ui import figure, marks, numbers, words
from ui.filters import Years
from ui.language import text
from ui.measures import INDEX, SHARE, Measure, Wording, lines_of, none
from ui.remember import remembered

COLUMNS = {SHARE: "share_pct", INDEX: "persons_index"}
# The streams of a view that has measures, the first one named in its finding.
STREAMS = {
    "study": ("study_stock", "study_flow"),
    "asylum": ("asylum",),
    "work": ("work", "tfwp", "imp", "pr"),
}
# Which measures make sense: a share only where all nationalities are counted.
OFFERED = {
    "study": ("current", SHARE, INDEX),
    "asylum": ("current", SHARE, INDEX),
    "work": ("current", INDEX),
}
DASHED = ("study_flow", "imp")
HUES = {"tfwp": "ink", "imp": "ink", "pr": "other"}


def draw(view: str, years: Years, measure: Measure) -> None:
    """The streams of a view in the measure chosen; a sentence where the span has no year of it."""
    figure.draw(counts(view, years, measure) or none(measure))


@remembered
def counts(view: str, years: Years, measure: Measure) -> figure.Figure | None:
    """One line a stream."""
    streams = STREAMS[view]
    base = {"base": measure.base} if measure.base else {}
    answer = queries.ask("measured_people", stream=list(streams), **base, **years.params)
    column = COLUMNS[measure.code]
    known = answer.frame.dropna(subset=[column])
    if known.empty:
        return None
    there = [stream for stream in streams if stream in set(known["stream"])]
    drawn = tuple((stream, HUES.get(stream, "MEX"), words.code("stream", stream)) for stream in there)
    wide = known.pivot_table(index="year", columns="stream", values=column).reset_index()
    last = known[known["stream"] == there[0]].iloc[-1]
    what, year = numbers.at_start(words.code("stream", there[0])), int(last["year"])
    if measure.code == SHARE:
        finding = text("people.part", what=what, share=numbers.percent(last[column], 1), year=year)
        said = Wording(finding, text("people.part.subtitle"), "%", ",.2f")
    else:
        finding = text("people.index", what=what, index=numbers.decimal(last[column]), base=measure.base, year=year)
        unit = f"{measure.base} = 100"
        said = Wording(finding, text("people.index.subtitle", base=measure.base), unit, ",.0f")
    marked = marks.by_year("people", known["year"].min(), known["year"].max())
    listed = ["year", "stream", column, "persons", "vintage"]
    return lines_of(view, said, drawn, wide, answer, listed, marked, DASHED)
