"""What is bought and what is sold over the years: two lines, the gap between them in brackets at the end."""

from functools import lru_cache
from json import dumps
from typing import Any

import altair as alt

from ui.charts import palette
from ui.charts.specification import finish, rows, value_axis

HEIGHT = 400
# Right of the lines stand their last values and the gap: how much room they take, and from which width on with words.
NARROW, ROOM_NARROW, ROOM_WIDE = 560, 66, 190
# Above the plot the events stand on steps, so that neighbours in time do not overlap.
STEP, LOWEST = 16, -6
EVENTS = "events"
TICKS, EACH = 5, 5
IDEAS = ("MEX", "CAN")
ROOM = f"(width < {NARROW} ? {ROOM_NARROW} : {ROOM_WIDE})"
Event = tuple[int, str, str]


@lru_cache
def over_years(
    flows: tuple[str, str],
    span: tuple[int, int],
    names: tuple[str, str, str, str],
    ends: tuple[tuple[str, str, str], ...],
    events: tuple[Event, ...],
    soft_until: int,
    language: str,
) -> dict[str, Any]:
    """Lines of two columns, what is bought and what is sold.

    `names` are the tooltip headings of year, bought, sold and balance; `ends` are (value, word, words) of the last
    bought, sold and of the gap between them, `events` (year, words, what the pointer says). Up to the year `soft_until`
    the lines are dashed.
    """
    base = alt.Chart(rows())
    x = _years(span)
    bought, sold = flows
    y = alt.Y(f"{bought}:Q").axis(value_axis(None, billions=True)).scale(zero=True, nice=TICKS)
    between = base.mark_area(opacity=0.55).encode(x=x, y=y, y2=f"{sold}:Q", color=palette.fill("faint"))
    lines = [
        part
        for flow, idea in zip(flows, IDEAS, strict=True)
        for part in _line(base, x, flow, idea, span[1], soft_until)
    ]
    near = alt.selection_point(name="near", fields=["year"], nearest=True, on="pointerover", empty=False)
    tooltip = [alt.Tooltip("year:Q", title=names[0], format="d")] + [
        alt.Tooltip(f"{column}:Q", title=name, format=",.0f")
        for column, name in zip((*flows, "balance_cad_m"), names[1:], strict=True)
    ]
    tooltip.append(alt.Tooltip("grade_name:N", title=" "))
    pointer = (
        base.mark_rule(strokeWidth=alt.ExprRef(f"(width - {ROOM}) / {span[1] - span[0] + 1}"))
        .encode(x=x, opacity=alt.condition(near, alt.value(0.12), alt.value(0.001)), tooltip=tooltip)
        .add_params(near)
    )
    last = base.transform_filter(f"datum.year == {span[1]}")
    layers = [*_events(events, x), between, *lines, *_bracket(last, flows), *_ends(last, flows, ends), pointer]
    return finish(alt.layer(*layers), language, HEIGHT)


def _years(span: tuple[int, int]) -> alt.X:
    """The years, ending where the room for the last values begins."""
    first, last = span
    named = [*range(-(-first // EACH) * EACH, last - EACH // 2, EACH), last]
    axis = alt.Axis(title=None, format="d", grid=False, labelAngle=0, ticks=False, values=named)
    years = alt.Scale(domain=list(span), nice=False, range=[0, alt.ExprRef(f"width - {ROOM}")])
    return alt.X("year:Q").axis(axis).scale(years)


def _line(base: alt.Chart, x: alt.X, flow: str, idea: str, last: int, soft_until: int) -> list[alt.Chart]:
    """One flow: dashed as long as its figures are of another kind, a dot at its end."""
    line = base.encode(x=x, y=f"{flow}:Q", color=palette.fill(idea))
    return [
        line.transform_filter(f"datum.year >= {soft_until}").mark_line(strokeWidth=3),
        line.transform_filter(f"datum.year <= {soft_until}").mark_line(strokeWidth=2, strokeDash=[3, 3]),
        line.transform_filter(f"datum.year == {last}").mark_point(size=70, filled=True, opacity=1),
    ]


def _events(events: tuple[Event, ...], x: alt.X) -> list[Any]:
    """Thin rules with words, each a step above the one before it, so that no rule crosses words."""
    if not events:
        return []
    values = [
        {"year": year, "words": words, "told": told, "step": LOWEST - STEP * place}
        for place, (year, words, told) in enumerate(events)
    ]
    base = alt.Chart(alt.Data(values=values)).encode(x=x, tooltip=alt.Tooltip("told:N", title=" "))
    rules = base.mark_rule(strokeDash=[2, 2]).encode(
        y=alt.YValue(alt.ExprRef(f"datum.step - {STEP / 2}")), y2=alt.value("height"), color=palette.fill("other")
    )
    # The first stands right of its rule, the others left of theirs.
    is_first = f"datum.step == {LOWEST}"
    names = base.mark_text(align=alt.ExprRef(f"{is_first} ? 'left' : 'right'"), dx=alt.ExprRef(f"{is_first} ? 5 : -5"))
    words = {"text": "words:N", "color": palette.fill("other_text")}
    return [alt.layer(rules, names.encode(y=alt.YValue(alt.ExprRef("datum.step")), **words), name=EVENTS)]


def _bracket(last: alt.Chart, flows: tuple[str, str]) -> list[alt.Chart]:
    """A bracket from one end to the other, right of the lines."""
    ink = palette.fill("ink")
    inner, outer = (alt.XValue(alt.ExprRef(f"width - {ROOM} + {away}")) for away in (8, 14))
    side = last.mark_rule(strokeWidth=1.5).encode(x=outer, y=f"{flows[0]}:Q", y2=f"{flows[1]}:Q", color=ink)
    hooks = [
        last.mark_rule(strokeWidth=1.5).encode(
            x=inner, x2=alt.X2Value(alt.ExprRef(f"width - {ROOM} + 14")), y=f"{flow}:Q", color=ink
        )
        for flow in flows
    ]
    return [side, *hooks]


def _ends(last: alt.Chart, flows: tuple[str, str], ends: tuple[tuple[str, str, str], ...]) -> list[alt.Chart]:
    """The last values in their colours, and the gap at the middle of the bracket."""
    bought, sold = flows
    at = (f"datum['{bought}']", f"datum['{sold}']", f"(datum['{bought}'] + datum['{sold}']) / 2")
    value = (f"datum['{bought}']", f"datum['{sold}']", f"datum['{bought}'] - datum['{sold}']")
    texts = []
    for place, (long, short, words) in enumerate(ends):
        number = f"format(({value[place]}) / 1000, ',.1f')"
        written = f"width < {NARROW} ? [{number}, {dumps(short)}] : {dumps([long, words])}"
        idea = [*(palette.label(idea) for idea in IDEAS), palette.fill("ink")][place]
        texts.append(
            last.transform_calculate(at=at[place], written=written)
            .mark_text(align="left", baseline="middle", fontSize=14, fontWeight=600, lineHeight=17, dy=-8)
            .encode(x=alt.XValue(alt.ExprRef(f"width - {ROOM} + 22")), y="at:Q", text="written:N", color=idea)
        )
    return texts
