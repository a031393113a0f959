"""One figure: its finding, what is plotted, the chart, the source, the rows behind it and their downloads."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import InitVar, dataclass, field
from typing import Any

import streamlit as st

from queries import Answer
from ui import aside, blocks, filters, sources, state, words
from ui.charts import marks
from ui.language import text
from ui.plot import Panel, Plot
from ui.rows import Rows, offer, show_rows, table
from ui.take import frame_height

__all__ = [
    "Figure",
    "Panel",
    "Rows",
    "draw",
    "offer",
    "show_rows",
    "table",
]


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure of one panel or several under each other: (specification, rows to plot).

    `answer` is what the panels draw: the source line and the downloads follow from it; `columns` are those of the
    table of rows, all by default. `pick` is (column clicked in panels that have it, parameter it goes to); `legend` is
    (name, idea, strength 0 to 1) where parts are too thin to be named on the chart; `above` is a block that says what
    its marks mean; `beside` are answers that are drawn too and cited, and are not among the rows; `parts` tell panels
    apart in words. Of `subtitle` what follows a line break stands under the chart, so that one line says what is
    plotted. All that is sent is made here, in the language of the moment.
    """

    key: str
    finding: str
    subtitle: str
    panels: InitVar[Sequence[Panel]]
    answer: Answer
    columns: Sequence[str] = ()
    pick: tuple[str, str] | None = None
    legend: Sequence[tuple[str, str, float]] = ()
    above: str = ""
    beside: Sequence[Answer] = ()
    parts: Sequence[str] = ()
    plots: tuple[Plot, ...] = field(init=False)
    opening: str = field(init=False)
    marked: str = field(init=False)
    closing: str = field(init=False)
    rows: Rows = field(init=False)

    def __post_init__(self, panels: Sequence[Panel]) -> None:
        """Make what is sent."""
        _, _, note = self.subtitle.partition("\n")
        heading = blocks.render("finding", finding=self.finding, subtitle=self.line)
        plots = tuple(Plot.of(panel) for panel in panels)
        rows = Rows(self.key, self.finding, self.answer, tuple(self.columns), frame_height(plots))
        finished = {
            "answer": rows.answer,
            "beside": tuple(answer.without_frame() for answer in self.beside),
            "plots": plots,
            "marked": _marked(plots),
            "opening": heading + self.above + blocks.render("legend", parts=self.legend),
            "closing": blocks.render("note", sentence=note.strip()) + sources.paragraph(self.answer, *self.beside),
            "rows": rows,
        }
        for name, value in finished.items():
            object.__setattr__(self, name, value)

    @property
    def line(self) -> str:
        """The one line of the subtitle that stands over the chart."""
        return self.subtitle.partition("\n")[0].strip()

    def bytes(self) -> int:
        """Bytes that the rows take, plotted and answered, and what is written around them."""
        written = 2 * len(self.opening + self.marked + self.closing)
        return written + self.rows.bytes() + sum(plot.bytes() for plot in self.plots)


def noted(subtitle: str, *notes: str) -> str:
    """A subtitle with more to be said, which stands under the chart: over it there is room for one line."""
    said = " ".join(note.strip() for note in notes if note.strip())
    between = " " if "\n" in subtitle else "\n"
    return subtitle + between + said if said else subtitle


def draw(made: Figure | str, closing: AbstractContextManager[Any] | None = None) -> bool:
    """Draw a figure: its finding, what is plotted, its panels, its sources, its rows and downloads.

    Where there is none, the sentence that says so; gives whether there was one. `closing` is where all that follows
    the panels stands, if elsewhere.
    """
    if taken := aside.taken():
        taken.figures += [made] if isinstance(made, Figure) else []
        return isinstance(made, Figure)
    if isinstance(made, str):
        st.info(words.literal(made))
        return False
    blocks.show(made.opening)
    if not any(plot.rows for plot in made.plots):
        st.info(words.literal(text("empty.rows")))
        return False
    if len(made.plots) == 1:
        _panels(made)
    else:
        with st.container(gap=None, key=f"panels-{made.key}"):
            _panels(made)
    with closing or nullcontext():
        blocks.show(made.marked if filters.shows_events() else "", made.closing)
        show_rows(made.rows)
    return True


def _marked(plots: Sequence[Plot]) -> str:
    """The events that mark the panels, as a list that opens: what the pointer says of them, for whoever has none."""
    events = sorted({event for plot in plots for event in marks.told(plot.spec)})
    if not events:
        return ""
    said = [told for _, told in events]
    return blocks.render("marked", label=text("figure.marked", n=len(said)), events=said)


def _name(made: Figure, place: int) -> str:
    """What a screen reader calls a panel: the finding, and which part of the figure it is where there are several."""
    return text("label.value", label=made.finding, value=made.parts[place]) if made.parts else made.finding


def _panels(made: Figure) -> None:
    for place, plot in enumerate(made.plots):
        key = f"chart:{made.key}:{place}"
        spec = plot.spec if filters.shows_events() else marks.without(plot.spec)
        if made.pick is None or made.pick[0] not in plot.columns:
            st.vega_lite_chart(spec=spec, key=key, alt=_name(made, place), height=spec.get("height", "content"))
        else:
            clicked = _to_address(key, *made.pick)
            st.vega_lite_chart(
                spec=spec,
                key=key,
                alt=_name(made, place),
                height=spec.get("height", "content"),
                on_select=clicked,
                selection_mode="pick",
            )


def _to_address(key: str, column: str, name: str) -> Callable[[], None]:
    """A click puts the value into the address; a second click on the same takes it out."""

    def clicked() -> None:
        points = st.session_state[key].selection.get("pick", [])
        if points:
            value = str(points[0][column])
            state.write(name, None if state.read(name) == value else value)

    return clicked
