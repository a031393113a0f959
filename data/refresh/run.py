"""Refresh: ask each source, make an edition of what is new, say what became of each."""

import importlib
import json
import shutil
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from data import editions, health, vintages
from data.editions import Edition
from data.recipe import UnknownName
from data.refresh import clock, edition, held, snapshots
from data.refresh.edition import Fresh
from data.refresh.lock import Busy, alone
from data.refresh.problems import SourceProblem, said
from data.refresh.progress import Report
from data.refresh.settings import Settings, settings
from data.refresh.web import Web

CITED = ("publisher", "title", "url", "licence", "unit", "grade")


def refresh(names: Sequence[str], accepted: Collection[str] = (), is_patient: bool = True, **asked: str) -> int:
    """Refresh the named sources; 0 where all went well, 1 where any did not, 2 where another refresh is at it.

    What is in `asked` has the last word over the settings of every source.
    """
    with Report() as report:
        try:
            with alone(is_patient, report.say):
                return _refresh(names, accepted, report, asked)
        except Busy as error:
            report.say(str(error))
            return 2
        except OSError as error:
            report.say(said(error))
            return 1


def _refresh(names: Sequence[str], accepted: Collection[str], report: Report, asked: dict[str, str]) -> int:
    edition.tidy()
    before, fresh, failed = editions.newest_with_figures(), {}, {}
    for name in names:
        try:
            found = _ask(settings(name, **asked), before, accepted, report)
        except (SourceProblem, UnknownName) as error:
            failed[name] = str(error)
        except OSError as error:
            failed[name] = said(error)
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
    _note(outcomes, failed)
    return 1 if failed else 0


def _make(before: Edition, fresh: dict[str, Fresh], accepted: Collection[str], report: Report) -> dict[str, str]:
    """Make and swap in the next edition; the sentence of each source that is not in it."""
    # Where nothing is fresh, an edition that cannot be served is made anew: of all its sources.
    concerned = fresh or before.refreshed
    try:
        refused = edition.make(before, fresh, accepted)
    except OSError as error:
        return dict.fromkeys(concerned, said(error))
    except Exception as error:  # noqa: BLE001 - yesterday's tables go on serving whatever went wrong
        report.say(f"{', '.join(concerned)}: {error!r}")
        return dict.fromkeys(concerned, f"The tables could not be made ({type(error).__name__}).")
    return {name: f"Refused: {sentence}." for name, sentence in refused.items()}


def _ask(source: Settings, before: Edition, accepted: Collection[str], report: Report) -> Fresh | None:
    """What a source newly says; None where nothing changed since it was last used."""
    incoming = editions.store() / "incoming" / source.name
    incoming.mkdir(parents=True, exist_ok=True)
    known = snapshots.known(before.refreshed.get(source.name, {}))
    report.say(f"{source.name}: asking {source['base_url']}")
    web = Web(source, known, incoming, report)
    adapter = importlib.import_module(f"data.sources.{source['module']}")
    answers, figures = adapter.ask(web)
    retrieved = clock.now()
    files = snapshots.keep(source.name, answers, retrieved)
    shutil.rmtree(incoming, ignore_errors=True)
    products = adapter.after(source, files, before.figures) if hasattr(adapter, "after") else None
    if not any(answer.is_new for answer in answers):
        return Fresh(before.refreshed[source.name], vintages.empty(), products) if products else None
    _go_on(source, before, figures, source.name in accepted)
    figures = figures.assign(retrieved=retrieved.replace(tzinfo=None))
    return Fresh(_entry(source, files), figures, products)


def _go_on(source: Settings, before: Edition, figures: pd.DataFrame, is_accepted: bool) -> None:
    """Raise where new figures do not go on from those held; what runs ahead of the calendar is never accepted."""
    held.not_ahead(figures, clock.now().date())
    if is_accepted or before.figures is None:
        return
    known = vintages.latest(vintages.read(before.figures / f"{source.name}.parquet"))
    held.not_older(known, figures)
    if source["is_whole"]:
        held.no_year_lost(known, figures)


def _entry(source: Settings, files: list[dict[str, Any]]) -> dict[str, Any]:
    """The catalog entry of a source as it was just refreshed; its span and vintage follow from the figures."""
    newest = max(files, key=lambda about: about["retrieved"])
    return {
        **{key: source.asks.get(key, "") for key in CITED},
        "released": f"retrieved {newest['retrieved'][:10]}",
        "retrieved": newest["retrieved"],
        "file": newest["file"],
        "sha256": newest["sha256"],
        "files": files,
    }


def _note(outcomes: dict[str, str], failed: dict[str, str]) -> None:
    at = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    noted = {name: {"at": at, "outcome": outcome, "says": failed.get(name, "")} for name, outcome in outcomes.items()}
    content = json.dumps({**health.attempts(), **noted}, indent=1, ensure_ascii=False)
    editions.write_whole(editions.store() / health.ATTEMPTS, content.encode())
