"""One hue per idea, in the order of `chartCategoricalColors`; the browser picks the light or the dark set.

The rule: a country keeps its hue on every page, and what crosses a border (goods, services, duty, money, people) has
the hue of the country it comes from. Who counted it is told by the line (solid, dashed) and its name, never by a hue.
"""

import altair as alt

IDEAS = [
    "CAN",
    "MEX",
    "USA",
    "strain",
    "repair",
    "other",
    "CAN_text",
    "MEX_text",
    "USA_text",
    "other_text",
    "ink",
    "paper",
    "faint",
]
# What a mark looks like where hue is not to be the only sign, as Vega calls it and as it stands before a name.
SHAPES = {"CAN": "circle", "MEX": "diamond", "USA": "triangle-up", "ink": "cross", "other": "square"}
SIGNS = {"circle": "●", "diamond": "◆", "triangle-up": "▲", "cross": "✚", "square": "■"}
TEXT_OF = {"CAN": "CAN_text", "MEX": "MEX_text", "USA": "USA_text", "other": "other_text"}


def seller(flow: str, reporter: str = "CAN") -> str:
    """The idea of a flow between Canada and Mexico as `reporter` calls it: the country that sells."""
    sells = {"CAN": "MEX", "MEX": "CAN"}
    return reporter if flow == "exports" else sells[reporter]


def shape(idea: str) -> str:
    """The shape of an idea's points, beside which its hue is a second sign."""
    return SHAPES.get(idea, "circle")


def sign(idea: str) -> str:
    """That shape as it stands before the name of a line; empty for an idea that has none of its own."""
    return SIGNS[SHAPES[idea]] if idea in SHAPES else ""


def scale() -> alt.Scale:
    """The colour scale every colour encoding uses: a fixed domain, so that an idea keeps its hue everywhere."""
    return alt.Scale(domain=IDEAS, range="category")


def fill(idea: str) -> alt.ColorDatum:
    """One idea's colour for a whole mark; `specification.finish` gives it the scale, for which Altair has no word."""
    return alt.ColorDatum(idea)


def rim(idea: str) -> alt.StrokeDatum:
    """One idea's colour for what runs round a mark."""
    return alt.StrokeDatum(idea)


def label(idea: str) -> alt.ColorDatum:
    """One idea's colour for words."""
    return fill(TEXT_OF.get(idea, idea))


def outline(column: str) -> alt.Stroke:
    """A rim by a column that holds ideas: a pale fill alone would not stand out from the paper."""
    return alt.Stroke(f"{column}:N", scale=scale(), legend=None)


def by(column: str) -> alt.Color:
    """Colour by a column that holds ideas."""
    return alt.Color(f"{column}:N", scale=scale(), legend=None)
