"""A small line that says how a figure came about, as a picture of its own: no widget, and it prints."""

from collections.abc import Sequence
from functools import cache
from urllib.parse import quote

from streamlit import config

from ui import blocks
from ui.charts.palette import IDEAS

WIDTH, HEIGHT, MARGIN = 160, 44, 4
Point = tuple[float, float]
# The hue of a line, and its points in the order of time.
Line = tuple[str, Sequence[Point]]


def address(lines: Sequence[Line], is_steps: bool = False) -> str:
    """The picture of lines on one scale that holds zero, as an address; with steps a value holds until the next."""
    points = [point for _, line in lines for point in line]
    times, values = zip(*points, strict=True)
    low, high = min(0.0, *values), max(0.0, *values)
    across = (WIDTH - 2 * MARGIN) / ((max(times) - min(times)) or 1)
    up = (HEIGHT - 2 * MARGIN) / ((high - low) or 1)

    def placed(point: Point) -> Point:
        return MARGIN + (point[0] - min(times)) * across, HEIGHT - MARGIN - (point[1] - low) * up

    drawn = [
        {
            "idea": idea,
            "path": _path([placed(point) for point in line], is_steps),
            "end": placed(line[-1]) if line[-1][0] == max(times) else None,
        }
        for idea, line in lines
    ]
    hues = {idea: _hues()[idea] for idea in dict.fromkeys(["faint", *(idea for idea, _ in lines)])}
    zero = placed((min(times), 0.0))[1]
    picture = blocks.render("sparkline", lines=drawn, hues=hues, zero=zero, width=WIDTH, height=HEIGHT)
    return f"data:image/svg+xml,{quote(picture)}"


def _path(points: Sequence[Point], is_steps: bool) -> str:
    first, *rest = points
    parts = [f"M{first[0]:.1f} {first[1]:.1f}"]
    parts += [f"H{x:.1f}V{y:.1f}" if is_steps else f"L{x:.1f} {y:.1f}" for x, y in rest]
    return "".join(parts)


@cache
def _hues() -> dict[str, tuple[str, str]]:
    """Every idea with its hue on a light and on a dark page."""
    light, dark = (config.get_option(f"theme.{kind}.chartCategoricalColors") for kind in ("light", "dark"))
    return dict(zip(IDEAS, zip(light, dark, strict=True), strict=True))
