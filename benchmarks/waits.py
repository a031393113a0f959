"""How long readers of one crowd waited, as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.reader import Wait


@dataclass
class Load:
    """What a number of readers waited for, and what it took the server."""

    readers: int
    waits: list[Wait] = field(default_factory=list)
    processor: float = 0
    seconds: float = 0
    memory: list[float] = field(default_factory=list)


def percentile(sorted_values: Sequence[float], share: float) -> float:
    """The value that so great a share of all does not exceed."""
    return sorted_values[min(len(sorted_values) - 1, round(share * len(sorted_values) + 0.5) - 1)]


def lines(load: Load) -> Iterator[str]:
    """The table of one number of readers."""
    errors = [wait for wait in load.waits if wait.error]
    each = 1000 * load.processor / max(len(load.waits), 1)
    yield (
        f"\n{load.readers} readers, {load.seconds:.0f} s: {len(load.waits)} answers, {len(errors)} errors, "
        f"{each:.0f} ms of processor each, {load.processor / load.seconds:.2f} cores, "
        f"memory {load.memory[0]:.0f} to {max(load.memory):.0f} MB, {load.memory[-1]:.0f} at the end"
    )
    yield f"{'page':<14}{'':<8}{'number':>7}{'p50':>8}{'p95':>8}{'max':>8}"
    groups: dict[tuple[str, str], list[float]] = {}
    for wait in load.waits:
        groups.setdefault((f"/{wait.page}", wait.kind), []).append(wait.seconds)
        groups.setdefault(("all", wait.kind), []).append(wait.seconds)
    for (page, kind), found in sorted(groups.items()):
        found.sort()
        seconds = "".join(f"{percentile(found, share):>8.3f}" for share in (0.5, 0.95, 1))
        yield f"{page:<14}{kind:<8}{len(found):>7}{seconds}"
    for error, number in sorted({e.error: sum(o.error == e.error for o in errors) for e in errors}.items()):
        yield f"  {number} × {error}"
