"""What a chart draws: for each mark which column goes to which channel, and first, last and extreme values."""

import json
import tomllib
from functools import cache
from pathlib import Path
from urllib.parse import quote

import jsonschema_rs
import pandas as pd
import pyarrow as pa
from altair.vegalite.v6.schema.core import load_schema

from tests.seen.rows import of_rows
from tests.seen.words import value, visible
from ui.charts.specification import FEW_YEARS

ROOT = Path(__file__).resolve().parents[2]
THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
# How a chart is set, not what it says.
LOOKS = {
    "autosize",
    "$schema",
    "config",
    "name",
    "grid",
    "domain",
    "ticks",
    "tickMinStep",
    "labelOverlap",
    "labelFlush",
}
LOOKS |= {"labelAngle", "titleAnchor", "titleAlign", "titleAngle", "titleX", "titleY", "minExtent", "maxExtent"}
KINDS = {"quantitative": "number", "nominal": "name", "ordinal": "step", "temporal": "time"}
INNER = ("layer", "hconcat", "vconcat", "concat")


def lines(proto):
    """The lines of one chart."""
    spec = json.loads(proto.spec)
    rows = frames(proto, spec)
    number = spec.get("config", {}).get("locale", {}).get("number", {})
    written = (
        f"numbers 1{number.get('thousands')}234{number.get('decimal')}5" if number else "numbers as the browser likes"
    )
    head = [f"chart: {visible(proto.alt)}", f"  {visible(written)}, height {spec.get('height', '–')}"]
    for param in spec.get("params", []):
        head.append(f"  choice {param['name']}: {compact(param.get('select'))}")
    drawn = list(marks(spec, {"data": spec.get("data"), "transform": [], "encoding": {}}))
    guides = {}
    for place, (mark, inherited) in enumerate(drawn, 1):
        head.append(f"  mark {place} {'; '.join(of_mark(mark, inherited, guides))}")
    return head + of_rows(drawn, rows)


def sound(spec):
    """Whether Vega-Lite's own schema takes a specification, but for the scale of a constant colour, which it draws.

    An expression that was written as Python shows it is text to the schema, and draws nothing in a browser.
    """
    return "Expression(" not in json.dumps(spec) and schema().is_valid(without_colours(spec))


@cache
def schema():
    """What checks a specification against the whole schema."""
    return jsonschema_rs.Draft7Validator(json.loads(json.dumps(load_schema()), object_hook=with_address))


def with_address(part):
    """A part of the schema whose reference is an address: it names definitions by signs that no address has."""
    return part | {"$ref": f"#{quote(part['$ref'][1:])}"} if isinstance(part.get("$ref"), str) else part


def without_colours(part):
    if isinstance(part, list):
        return [without_colours(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: without_colours({name: one for name, one in inner.items() if name not in ("scale", "legend")})
        if key in ("color", "stroke") and isinstance(inner, dict) and "datum" in inner
        else without_colours(inner)
        for key, inner in part.items()
    }


def frames(proto, spec):
    """All rows that come with the chart, by name."""
    found = {name: pd.DataFrame(values) for name, values in spec.get("datasets", {}).items()}
    given = [("source", proto.data.data), *((part.name, part.data.data) for part in proto.datasets)]
    return found | {name: pa.ipc.open_stream(rows).read_all().to_pandas() for name, rows in given if rows}


def marks(part, inherited):
    """Every mark of a specification with the data, transforms and channels that reach it."""
    here = {
        "data": part.get("data") or inherited["data"],
        "transform": inherited["transform"] + part.get("transform", []),
        "encoding": {**inherited["encoding"], **part.get("encoding", {})},
    }
    if "mark" in part:
        yield part["mark"], here
    for inner in [one for key in INNER for one in part.get(key, [])] + ([part["spec"]] if "spec" in part else []):
        yield from marks(inner, here)


def of_mark(mark, inherited, guides):
    """One mark: its kind, its rows, its channels; axes and scales only where they differ from the mark before."""
    about = {"type": mark} if isinstance(mark, str) else dict(mark)
    kind = about.pop("type")
    yield f"{kind}{' ' + compact(about) if about else ''}"
    if (inherited["data"] or {}).get("values"):
        yield f"values: {compact(inherited['data']['values'])}"
    made = {step["as"]: step["calculate"] for step in inherited["transform"] if "calculate" in step}
    for step in inherited["transform"]:
        if "filter" in step:
            yield f"where: {compact(step['filter'])}"
        elif "calculate" not in step:
            yield f"first: {compact(step)}"
    for name, about in sorted(inherited["encoding"].items()):
        if name == "tooltip":
            every = about if isinstance(about, list) else [about]
            pointer = visible("pointer: " + " · ".join(pointed(one, made) for one in every))
            if guides.get(name) != pointer:
                yield pointer
            guides[name] = pointer
        else:
            drawn, guided = channel(about, made)
            yield visible(f"{name} {drawn}" + (f", {guided}" if guided and guides.get(name) != guided else ""))
            guides[name] = guided


def column(about, made):
    """The column of a channel, with what is done to it and the formula behind it."""
    name = about["field"]
    formula = f" = {made[name]}" if name in made else ""
    for wrapper in ("timeUnit", "aggregate"):
        name = f"{compact(about[wrapper])}({name})" if wrapper in about else name
    return name + formula


def pointed(about, made):
    """What the pointer says of one column."""
    title, form = about.get("title", "").strip(), about.get("format")
    return (f"{title}: " if title else "") + column(about, made) + (f" {form}" if form else "")


def channel(about, made):
    """What a channel draws (its column or constant), and the axis, scale and legend that guide it."""
    about = dict(about)
    is_idea = (about.get("scale") or {}).get("range") == "category"
    drawn = [column(about, made)] if "field" in about else []
    if "datum" in about:
        drawn = [colour(about["datum"], about["scale"]["domain"]) if is_idea else f"at {about['datum']}"]
    elif is_idea:
        drawn.append("in the colours of ideas")
    if is_idea:
        del about["scale"]
    drawn += [KINDS[about["type"]]] if "type" in about else []
    guided = [
        guide(key, about[key]) for key in ("axis", "legend") if key in about and not (is_idea and key == "legend")
    ]
    told = {"field", "timeUnit", "aggregate", "datum", "type", "axis", "legend"}
    guided += [f"{key} {compact(about[key])}" for key in sorted(set(about) - told)]
    return " ".join(drawn) or ", ".join(guided), ", ".join(guided) if drawn else ""


def colour(idea, domain):
    """An idea with the colours that the light and the dark theme give it."""
    place = domain.index(idea)
    return f"idea {idea} {' '.join(THEME[theme]['chartCategoricalColors'][place] for theme in ('light', 'dark'))}"


def guide(key, about):
    if about is None:
        return f"no {key}"
    kept = {name: part for name, part in about.items() if name not in LOOKS}
    if kept.get("labelExpr") == FEW_YEARS:
        kept["labelExpr"] = "‹few years›"
    title = kept.pop("title", None)
    return f"{key} “{title or ''}” {compact(kept) if kept else ''}".strip()


def compact(part):
    """JSON in few signs; long lists of numbers by their ends."""
    if isinstance(part, dict):
        return "{" + ", ".join(f"{key}: {compact(part[key])}" for key in sorted(part)) + "}"
    if isinstance(part, list):
        if len(part) > 12 and not isinstance(part[0], dict):
            return f"[{compact(part[0])} … {compact(part[-1])}: {len(part)}]"
        return "[" + ", ".join(compact(one) for one in part) + "]"
    return value(part)
