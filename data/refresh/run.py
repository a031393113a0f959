"""Refresh: ask each source, make an edition of what is new, say what became of each."""

import json
import shutil
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from data import clock, editions, health, store, vintages
from data.editions import Edition
from data.recipe import UnknownName
from data.refresh import checks, continuity, edition, snapshots
from data.refresh.edition import Fresh
from data.refresh.lock import Busy, alone
from data.refresh.problems import SourceProblem, disk_problem
from data.refresh.progress import Report
from data.refresh.settings import SourceSettings, adapter, settings
from data.refresh.web import Web

CITED = ("publisher", "title", "url", "licence", "unit", "grade")


def refresh(names: Sequence[str], accepted: Collection[str] = (), waits: bool = True, **overrides: str) -> int:
    """Refresh the named sources; 0 where all went well, 1 where any did not, 2 where another refresh is at it.

    What is in `overrides` has the last word over the settings of every source.
    """
    with Report() as report:
        try:
            with alone(waits, report.say):
                return _refresh(names, accepted, report, overrides)
        except Busy as error:
            report.say(str(error))
            return 2
        except OSError as error:
            report.say(disk_problem(error))
            return 1


def _refresh(names: Sequence[str], accepted: Collection[str], report: Report, overrides: dict[str, str]) -> int:
    edition.tidy()
    before, fresh, failed = editions.newest_with_figures(), {}, {}
    for name in names:
        try:
            found = _ask(settings(name, **overrides), before, accepted, report)
        except (SourceProblem, UnknownName) as error:
            failed[name] = str(error)
        except OSError as error:
            failed[name] = disk_problem(error)
        except Exception as error:  # noqa: BLE001 - what nobody foresaw stops its own source and no other
            report.say(f"{name}: {error!r}")
            failed[name] = f"The answer has a form that was not foreseen ({type(error).__name__})."
        else:
            fresh.update({name: found} if found else {})
    failed.update(_make(before, fresh, accepted, report))
    outcomes = {
        name: "failed" if name in failed else "refreshed" if name in fresh else "unchanged"
        for name in [*names, *failed]
    }
    for name, outcome in outcomes.items():
        report.say(f"{name}: {failed.get(name) or outcome}")
    _record(outcomes, failed)
    return 1 if failed else 0


def _make(before: Edition, fresh: dict[str, Fresh], accepted: Collection[str], report: Report) -> dict[str, str]:
    """Make and swap in the next edition; the sentence of each source that is not in it."""
    # Where nothing is fresh, an edition that cannot be served is made anew: of all its sources.
    concerned = fresh or before.refreshed
    try:
        refused = edition.make(before, fresh, accepted)
    except OSError as error:
        return dict.fromkeys(concerned, disk_problem(error))
    except Exception as error:  # noqa: BLE001 - yesterday's tables go on serving whatever went wrong
        report.say(f"{', '.join(concerned)}: {error!r}")
        return dict.fromkeys(concerned, f"The tables could not be made ({type(error).__name__}).")
    return {name: f"Refused: {sentence}." for name, sentence in refused.items()}


def _ask(source: SourceSettings, before: Edition, accepted: Collection[str], report: Report) -> Fresh | None:
    """What a source newly says; None where nothing changed since it was last used."""
    incoming = store.folder() / "incoming" / source.name
    incoming.mkdir(parents=True, exist_ok=True)
    known = snapshots.known(before.refreshed.get(source.name, {}))
    report.say(f"{source.name}: asking {source.base_url}")
    web = Web(source, known, incoming, report)
    module = adapter(source.module)
    answers, figures = module.ask(web, source)
    retrieved = clock.now()
    files = snapshots.keep(source.name, answers, retrieved)
    shutil.rmtree(incoming, ignore_errors=True)
    products = module.after_keeping(source, files, before.figures) if hasattr(module, "after_keeping") else None
    if not any(answer.is_new for answer in answers):
        return Fresh(before.refreshed[source.name], vintages.empty(), products) if products else None
    checks.figures(figures, source.name)
    _check_continuity(source, before, figures, source.name in accepted)
    figures = figures.assign(retrieved=retrieved.replace(tzinfo=None))
    return Fresh(_entry(source, files), figures, products)


def _check_continuity(source: SourceSettings, before: Edition, figures: pd.DataFrame, is_accepted: bool) -> None:
    """Raise where new figures do not go on from those known; what runs ahead of the calendar is never accepted."""
    continuity.not_ahead(figures, clock.now().date())
    if is_accepted or before.figures is None:
        return
    known = vintages.latest(vintages.read(before.figures / f"{source.name}.parquet"))
    continuity.not_older(known, figures)
    if source.is_whole:
        continuity.no_year_lost(known, figures)


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


def _record(outcomes: dict[str, str], failed: dict[str, str]) -> None:
    at = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    noted = {name: {"at": at, "outcome": outcome, "says": failed.get(name, "")} for name, outcome in outcomes.items()}
    content = json.dumps({**health.attempts(), **noted}, indent=1, ensure_ascii=False)
    store.write_whole(store.folder() / health.ATTEMPTS, content.encode())
