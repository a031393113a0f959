"""How a chart looks outside the site: what Streamlit's theme gives it in a browser, from the same settings."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ui.charts.palette import IDEAS

THEMES = ("light", "dark")
# Both at once, for a picture within a page: the browser picks.
EITHER = "either"
SETTINGS = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"


@cache
def _settings(theme: str) -> dict[str, Any]:
    settings: dict[str, Any] = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"]
    return settings[theme] if theme in THEMES else {name: _either(*both) for name, both in _pairs(settings)}


def _pairs(settings: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """The colours that both themes set, by their names."""
    light, dark = (settings[theme] for theme in THEMES)
    return [(name, [light[name], dark[name]]) for name in light if name in dark and name != "sidebar"]


def _either(light: Any, dark: Any) -> Any:
    if isinstance(light, list):
        return [_either(*both) for both in zip(light, dark, strict=True)]
    return f"light-dark({light}, {dark})"


def colour(idea: str, theme: str) -> str:
    """The colour of an idea."""
    found: str = _settings(theme)["chartCategoricalColors"][IDEAS.index(idea)]
    return found


def config(theme: str, font: str) -> dict[str, Any]:
    """What Streamlit adds to a chart in the browser (its `applyStreamlitTheme`), as far as ours use it."""
    settings, quiet, faint = _settings(theme), colour("other_text", theme), colour("faint", theme)
    return {
        "font": font,
        "background": settings["backgroundColor"],
        "autosize": {"type": "fit", "contains": "padding"},
        "axis": {
            "labelColor": quiet,
            "titleColor": quiet,
            "titleFontWeight": "normal",
            "gridColor": faint,
            "domainColor": faint,
            "ticks": False,
            "domain": False,
            "labelFlush": True,
            "labelFlushOffset": 1,
            "labelBound": False,
            "labelLimit": 100,
            "labelPadding": 16,
            "titlePadding": 16,
            "labelSeparation": 4,
            "labelOverlap": True,
        },
        "legend": {"labelColor": quiet, "titleColor": quiet},
        "header": {"labelColor": quiet, "titleColor": quiet},
        "range": {
            "category": settings["chartCategoricalColors"],
            "ramp": settings["chartSequentialColors"],
            "heatmap": settings["chartSequentialColors"],
        },
        "view": {"strokeWidth": 0, "stroke": "transparent"},
        "mark": {"color": settings["chartCategoricalColors"][0]},
        "bar": {"binSpacing": 4, "discreteBandSize": {"band": 0.85}},
        **{axis: {"grid": False} for axis in ("axisDiscrete", "axisXPoint", "axisTemporal", "axisXBand")},
    }
