"""Bank of Canada, Valet: daily exchange rates as the bank writes them."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.official.answer import Answer, Request, as_json
from tests.official.world import World, share, wobble

# Canadian dollars for one unit, decimals, name of the currency.
RATES = {
    "FXUSDCAD": (1.37, 4, "US dollar"),
    "FXMXNCAD": (0.0735, 5, "Mexican peso"),
    "FXEURCAD": (1.52, 4, "European euro"),
}
FIXED_HOLIDAYS = {(1, 1), (7, 1), (9, 30), (11, 11), (12, 25), (12, 26)}
TERMS = {"url": "https://www.bankofcanada.ca/terms/"}
DOCS = "https://www.bankofcanada.ca/valet/docs"


def observations(world: World, request: Request, url: str) -> Answer | None:
    """`/valet/observations/A,B/json?start_date=…&end_date=…`."""
    parts = request.place.strip("/").split("/")
    if len(parts) != 4 or parts[1] != "observations" or parts[3] != "json":
        return None
    names = parts[2].split(",")
    unknown = [name for name in names if name not in RATES]
    if unknown:
        return as_json({"message": f"Series {unknown[0]} not found.", "docs": DOCS}, 404)
    try:
        first = date.fromisoformat(request.query.get("start_date", [f"{world.first_year}-01-01"])[0])
        last = date.fromisoformat(request.query.get("end_date", [world.released[:10]])[0])
    except ValueError:
        return as_json({"message": "The date must be formatted as YYYY-MM-DD.", "docs": DOCS}, 400)
    return as_json(
        {
            "terms": TERMS,
            "seriesDetail": {world.renamed_column.get(name, name): _detail(name) for name in names},
            "observations": world.kept(_days(world, names, first, last)),
        }
    )


def _detail(name: str) -> dict:
    label = f"{name[2:5]}/{name[5:]}"
    description = f"{RATES[name][2]} to Canadian dollar daily exchange rate"
    return {"label": label, "description": description, "dimension": {"key": "d", "name": "Date"}}


def _days(world: World, names: list[str], first: date, last: date) -> Iterator[dict]:
    day = max(first, date(world.first_year, 1, 1))
    latest = date.fromisoformat(world.released[:10])
    while day <= min(last, latest):
        if _open(day) and day.year != world.year_lost:
            seen = [name for name in names if not _missing(name, day)]
            yield {
                "d": day.isoformat(),
                **{world.renamed_column.get(name, name): {"v": _rate(world, name, day, latest)} for name in seen},
            }
        day += timedelta(days=1)


def _open(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in FIXED_HOLIDAYS


def _missing(name: str, day: date) -> bool:
    return name != "FXUSDCAD" and share("missing", name, day.isoformat()) < 0.01


def _rate(world: World, name: str, day: date, latest: date) -> str:
    level, decimals, _ = RATES[name]
    monthly = wobble(0.02, name, day.isoformat()[:7])
    daily = wobble(0.004, name, day.isoformat())
    return f"{level * monthly * daily * world.factor(day.isoformat(), latest.isoformat()):.{decimals}f}"
