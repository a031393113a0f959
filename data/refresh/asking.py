"""What one source newly says: asked or read from a folder, kept as it came, compared with what was known."""

import shutil
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from data import clock, country_names, health, store, vintages
from data.editions import Edition
from data.refresh import checks, continuity, snapshots
from data.refresh.accepted import NAMES, OLDER, YEARS, lifts, remedy
from data.refresh.edition import Fresh
from data.refresh.from_folder import Folder
from data.refresh.problems import SourceProblem
from data.refresh.progress import Report
from data.refresh.settings import SourceSettings, adapter
from data.refresh.web import Web

CITED = ("publisher", "title", "url", "licence", "unit", "grade")


@dataclass(frozen=True)
class Plan:
    """How a refresh is made: what was accepted, whether it only says what would change, whence it reads, settings."""

    accepted: Collection[str] = ()
    is_trial: bool = False
    folder: Path | None = None
    overrides: dict[str, str] = field(default_factory=dict)


def fresh(source: SourceSettings, before: Edition, plan: Plan, report: Report) -> Fresh | None:
    """What a source newly says; None where nothing changed since it was last used."""
    incoming = store.folder() / "incoming" / source.name
    incoming.mkdir(parents=True, exist_ok=True)
    entry = before.refreshed.get(source.name, {})
    is_named_anew = bool(country_names.named_since(entry.get("without_code", [])))
    entry = {} if is_named_anew else entry
    known = snapshots.known(source.name, entry)
    web_of = partial(Folder, plan.folder) if plan.folder else Web
    report.say(f"{source.name}: {f'reading {plan.folder}' if plan.folder else f'asking {source.base_url}'}")
    web = web_of(source, known, incoming, report, snapshots.used(entry))
    module = adapter(source.module)
    answers, figures = module.ask(web, source)
    retrieved = clock.now()
    files = [snapshots.about(answer) for answer in answers]
    shutil.rmtree(incoming, ignore_errors=True)
    products = module.after_keeping(source, files, before.figures) if hasattr(module, "after_keeping") else None
    if not any(answer.is_new for answer in answers):
        return Fresh(before.refreshed[source.name], vintages.empty(), products) if products else None
    checks.figures(figures, source.name)
    _goes_on(source, before, figures, plan.accepted)
    figures = figures.assign(retrieved=retrieved.replace(tzinfo=None))
    return Fresh(_entry(source, files), figures, products)


def _goes_on(source: SourceSettings, before: Edition, figures: pd.DataFrame, accepted: Collection[str]) -> None:
    """Raise where new figures do not go on from those known; what runs ahead of the calendar is never accepted."""
    continuity.not_ahead(figures, clock.now().date())
    shipped = health.shipped_vintage(source.name)
    comparisons = [(OLDER, partial(continuity.not_older_than_shipped, figures, shipped))]
    if before.figures is not None:
        known = vintages.latest(vintages.read(before.figures / f"{source.name}.parquet"))
        comparisons.append((OLDER, partial(continuity.not_older, known, figures)))
        if not (source.may_drop or source.absent_is_nil):
            comparisons.append((NAMES, partial(continuity.names_what_pages_show, known, figures)))
        if source.is_whole:
            comparisons.append((YEARS, partial(continuity.no_year_lost, known, figures)))
    for kind, check in comparisons:
        try:
            check()
        except SourceProblem as error:
            if not lifts(accepted, source.name, kind):
                raise SourceProblem(f"{error} {remedy(source.name, kind)}") from error


def _entry(source: SourceSettings, files: list[dict[str, Any]]) -> dict[str, Any]:
    """The catalog entry of a source as it was just refreshed; its span and vintage follow from the figures."""
    newest = max(files, key=lambda about: about["retrieved"])
    return {
        **{key: getattr(source, key) for key in CITED},
        "released": f"retrieved {newest['retrieved'][:10]}",
        "retrieved": newest["retrieved"],
        "file": newest["file"],
        "sha256": newest["sha256"],
        "files": files,
    }
