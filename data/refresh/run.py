"""Refresh: ask each source, make an edition of what is new, say what became of each."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path

from data import clock, editions, health, store
from data.country_names import UnknownName
from data.editions import Edition
from data.refresh import asking, edition
from data.refresh.asking import Plan
from data.refresh.edition import Fresh
from data.refresh.lock import Busy, alone
from data.refresh.problems import SourceProblem, disk_problem
from data.refresh.progress import Report
from data.refresh.settings import settings


def refresh(
    names: Sequence[str],
    accepted: Collection[str] = (),
    waits: bool = True,
    is_trial: bool = False,
    folder: Path | None = None,
    **overrides: str,
) -> int:
    """Refresh the named sources; 0 where all went well, 1 where any did not, 2 where another refresh is at it.

    A trial says what would change, and changes nothing. Answers are read from `folder` where it is given, else asked
    for. What is in `overrides` has the last word over the settings of every source.
    """
    with Report() as report:
        try:
            with alone(waits, report.say):
                return _refresh(names, Plan(accepted, is_trial, folder, overrides), report)
        except Busy as error:
            report.say(str(error))
            return 2
        except OSError as error:
            report.say(disk_problem(error))
            return 1


def _refresh(names: Sequence[str], plan: Plan, report: Report) -> int:
    edition.tidy()
    before, fresh, failed = editions.newest_with_figures(), {}, {}
    for name in names:
        try:
            found = asking.fresh(settings(name, **plan.overrides), before, plan, report)
        except (SourceProblem, UnknownName) as error:
            failed[name] = str(error)
        except OSError as error:
            failed[name] = disk_problem(error)
        except Exception as error:  # noqa: BLE001 - what nobody foresaw stops its own source and no other
            report.say(f"{name}: {error!r}")
            failed[name] = f"The answer has a form that was not foreseen ({type(error).__name__})."
        else:
            fresh.update({name: found} if found else {})
    failed.update(_make(before, fresh, plan, report))
    outcomes = {
        name: "failed" if name in failed else "refreshed" if name in fresh else "unchanged"
        for name in [*names, *failed]
    }
    for name, outcome in outcomes.items():
        is_tried = plan.is_trial and outcome == "refreshed"
        remarks = _remarks(name) if outcome == "refreshed" and not is_tried else ""
        report.say(f"{name}: {failed.get(name) or ('would be ' if is_tried else '') + outcome + remarks}")
    if not plan.is_trial:
        _record(outcomes, failed)
    return 1 if failed else 0


def _remarks(name: str) -> str:
    """What a person should know of a source that was refreshed: names without a code, and names it has left out."""
    entry = editions.newest_with_figures().refreshed.get(name, {})
    kept = "; kept without a code: {} (add the name to data/raw/reference/country_aliases.csv)"
    gone = "; no longer listed, last published figures kept: {}"
    remarks = {kept: entry.get("without_code", []), gone: entry.get("unlisted", [])}
    return "".join(sentence.format(", ".join(names)) for sentence, names in remarks.items() if names)


def _make(before: Edition, fresh: dict[str, Fresh], plan: Plan, report: Report) -> dict[str, str]:
    """Make and swap in the next edition; the sentence of each source that is not in it."""
    # Where nothing is fresh, an edition that cannot be served is made anew: of all its sources.
    concerned = fresh or before.refreshed
    try:
        refused = edition.make(before, fresh, plan.accepted, report.say, plan.is_trial)
    except OSError as error:
        return dict.fromkeys(concerned, disk_problem(error))
    except Exception as error:  # noqa: BLE001 - yesterday's tables go on serving whatever went wrong
        report.say(f"{', '.join(concerned)}: {error!r}")
        return dict.fromkeys(concerned, f"The tables could not be made ({type(error).__name__}).")
    return {name: f"Refused: {sentence}." for name, sentence in refused.items()}


def _record(outcomes: dict[str, str], failed: dict[str, str]) -> None:
    at = f"{clock.now():%Y-%m-%dT%H:%M:%SZ}"
    noted = {name: {"at": at, "outcome": outcome, "says": failed.get(name, "")} for name, outcome in outcomes.items()}
    content = json.dumps({**health.attempts(), **noted}, indent=1, ensure_ascii=False)
    store.write_whole(store.folder() / health.ATTEMPTS, content.encode())
