"""Chapter 99 of the U.S. tariff schedule as it stands, beside the revision that the tariff rules were last read in.

What is printed otherwise is a list of things to do for the person who keeps the rules; no table changes by itself.
"""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
from pydantic import BaseModel, Field, TypeAdapter

from data import TABLES, catalog, recipe, store
from data.refresh import forms
from data.refresh.progress import Report
from data.refresh.settings import SourceSettings
from data.refresh.web import Web

BASE = "https://hts.usitc.gov"
ADDRESS = "/reststop/exportList?from=9903.01&to=9903.99&format=JSON&styles=false"
KEPT = "chapter99.json"
READ = "hts_chapter99"
RATE = r"(\d+(?:\.\d+)?)\s?%"
# The digits by which headings of one programme begin: 9903.01.
GROUP = 7


class Line(BaseModel):
    """A line of the schedule; one without a number is a heading of those below it."""

    htsno: str | None
    description: str
    general: str | None


LINES = TypeAdapter(Annotated[list[Line], Field(min_length=1)])


def ask(base_url: str = BASE) -> None:
    """Ask for the chapter as it stands and keep it. Raises SourceProblem with one sentence."""
    settings = _settings(base_url)
    with tempfile.TemporaryDirectory() as folder, Report() as report:
        web = Web(settings, {}, Path(folder), report)
        keep(web.get(ADDRESS, _form(settings)).path)


def keep(answer: Path) -> None:
    """Keep an answer, asked for or downloaded by hand, in the store. Raises SourceProblem where it is none."""
    _form(_settings(BASE))(answer)
    store.folder().mkdir(parents=True, exist_ok=True)
    store.write_whole(store.folder() / KEPT, answer.read_bytes().removeprefix(forms.MARK))


def to_do() -> list[str]:
    """One line for each heading that the kept answer has otherwise; none where nothing was asked for."""
    path = store.folder() / KEPT
    if not path.is_file():
        return []
    try:
        lines = LINES.validate_json(path.read_bytes())
    except ValueError:
        return [f"{path} is damaged; run: python -m data chapter99"]
    # A heading that stands there twice counts as it stands last.
    now = pd.Series({line.htsno: line.general or "" for line in lines if line.htsno}, dtype=str)
    return _differences(now, _last_read(), _rules())


def last_read() -> str:
    """The newest revision of the schedule among the raw figures: 2026 rev 10."""
    return str(recipe.read(READ)["revision"].iloc[-1]).replace("_", " ")


def _last_read() -> pd.Series:
    lines = recipe.read(READ)
    newest = lines[lines["revision"] == lines["revision"].iloc[-1]]
    return newest.set_index("htsno")["general"].fillna("")


def _rules() -> pd.DataFrame:
    """The rules by the headings they name: heading, rule, rate in percent."""
    rules = pd.read_parquet(TABLES / "tariff_rules.parquet", columns=["rule_id", "hts_headings", "rate_pct"])
    return rules.assign(heading=rules["hts_headings"].str.split("; ")).explode("heading").query("heading != ''")


def _differences(now: pd.Series, before: pd.Series, rules: pd.DataFrame) -> list[str]:
    """Headings of the groups last read that are new, gone or changed, and those a rule charges at another rate."""
    groups = set(before.index.str[:GROUP])
    rates = now.str.extract(RATE)[0].astype(float)
    found = []
    for heading in sorted({*now.index, *before.index}):
        named = rules[rules["heading"] == heading]
        is_read = heading[:GROUP] in groups
        if heading not in now.index:
            found.append(f"{heading} is gone; it was “{before[heading]}”{_by(named)}")
        elif pd.notna(rates[heading]) and rates[heading] in set(named["rate_pct"]):
            continue
        elif heading in before.index and before[heading] != now[heading]:
            found.append(f"{heading} now reads “{now[heading]}”; it was “{before[heading]}”{_by(named)}")
        elif is_read and heading not in before.index:
            found.append(f"{heading} is new: “{now[heading]}”{_by(named)}")
        elif not is_read and pd.notna(rates[heading]) and len(named):
            found.append(f"{heading} reads “{now[heading]}”{_by(named)}")
    return found


def _by(named: pd.DataFrame) -> str:
    """The rules that name a heading."""
    if named.empty:
        return "; no rule names it"
    rules = [f"{rule} ({rate:g} %)" for rule, rate in zip(named["rule_id"], named["rate_pct"], strict=True)]
    return f"; look at {', '.join(rules[:3])}{f' and {len(rules) - 3} more' if len(rules) > 3 else ''}"


def _form(settings: SourceSettings) -> Any:
    return forms.of_json(settings, LINES, "headings of chapter 99")


def _settings(base_url: str) -> SourceSettings:
    """As patient as with every source; what a refreshed table would say of it is not needed."""
    limits = catalog.refreshable().limits.model_dump(exclude_unset=True)
    return SourceSettings.model_construct(**limits, base_url=base_url, key_name=None).of("chapter99", "")
