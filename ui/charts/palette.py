"""One hue per idea, in the order of `chartCategoricalColors`; the browser picks the light or the dark set."""

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
TEXT_OF = {"CAN": "CAN_text", "MEX": "MEX_text", "USA": "USA_text", "other": "other_text"}


def scale() -> alt.Scale:
    """The colour scale every colour encoding uses: a fixed domain, so that an idea keeps its hue everywhere."""
    return alt.Scale(domain=IDEAS, range="category")


def fill(idea: str) -> alt.ColorDatum:
    """One idea's colour for a whole mark; `specification.finish` gives it the scale, for which Altair has no word."""
    return alt.ColorDatum(idea)


def label(idea: str) -> alt.ColorDatum:
    """One idea's colour for words."""
    return fill(TEXT_OF.get(idea, idea))


def by(column: str) -> alt.Color:
    """Colour by a column that holds ideas."""
    return alt.Color(f"{column}:N", scale=scale(), legend=None)
