"""U.S. tariff rates worked out a second time, as docs/methods.md tells it: numpy over every product, no SQL.

`charges` gives what each rule adds to each product on a day; `parts`, `coverage` and `rates` sum that up by partner.
`python -m tests.independent_rates` writes the rates down: tests/tariff_rates.csv, for a person to read what changed.
"""

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from data import build
from tests import independent_law
from tests.independent_law import DAY, EVERYONE, Law

RECORD = Path(__file__).with_name("tariff_rates.csv")
LEAST_OF_NOTE_16J = 0.15


@dataclass(frozen=True)
class Supposed:
    """A what-if: does CUSMA stand, claim shares of which period, U.S. content of a vehicle, other rates in percent."""

    cusma: str = "kept"
    claims: str = "since_july_2025"
    content: float = 0.4
    override: tuple[tuple[str, float], ...] = ()


AS_IN_LAW = Supposed()


class Charge(NamedTuple):
    """What one rule adds on the lines where it applies, and the part of their value that pays it."""

    rule: Any
    lines: np.ndarray
    added: np.ndarray
    pays: np.ndarray


@cache
def law_of_today() -> Law:
    """The law as the raw figures and their corrections give it."""
    with tempfile.TemporaryDirectory() as folder:
        build.build(independent_law.TABLES, into=Path(folder))
        return Law(independent_law.read(Path(folder)))


def reached(law: Law, rules: list, day: pd.Timestamp) -> dict[int, np.ndarray]:
    """The lines that each of these rules reaches: a partner's own stands in place of the general one for its list."""
    reach = {rule.Index: law.reach(rule.partner, law.dated(rule, day)) for rule in rules}
    for rule in rules:
        own = [other for other in rules if other.partner != EVERYONE and other.tariff_scope == rule.tariff_scope]
        if rule.partner == EVERYONE and own:
            replaced = np.concatenate([reach[other.Index] for other in own])
            reach[rule.Index] = np.setdiff1d(reach[rule.Index], replaced, assume_unique=True)
    return reach


def priority(rule, rules: list) -> float:
    """A partner's own rule has the priority of the general one for its list, and comes first where there is none."""
    same = [other for other in rules if other.partner == EVERYONE and other.tariff_scope == rule.tariff_scope]
    return next((one.priority for one in [rule, *same] if not np.isnan(one.priority)), -np.inf)


def winners(law: Law, rules: list, day: pd.Timestamp) -> np.ndarray:
    """For each line the rule of one authority that applies: lowest priority, then larger basis, then name; -1 is none."""
    best, best_priority, best_basis = (np.full(len(law.lines), filler) for filler in (-1, np.inf, 0.0))
    reach, first = reached(law, rules, day), {rule.Index: priority(rule, rules) for rule in rules}
    for rule in sorted(rules, key=lambda rule: (first[rule.Index], rule.rule_id)):
        lines = reach[rule.Index]
        basis = law.basis(rule.rate_kind)[lines]
        wins = (best[lines] < 0) | ((best_priority[lines] == first[rule.Index]) & (basis > best_basis[lines]))
        lines = lines[wins]
        best[lines], best_priority[lines], best_basis[lines] = rule.Index, first[rule.Index], basis[wins]
    return best


def rate_of(rule, supposed: Supposed, base: np.ndarray, share: np.ndarray) -> np.ndarray:
    """The rate of a rule on the part of the value that it falls on, before what CUSMA leaves."""
    rate = dict(supposed.override).get(rule.measure_id, rule.rate_pct) / 100
    kind, _, times = rule.rate_kind.partition("_x")
    if kind in ("total_floor", "floor_content_split"):
        return np.maximum(0, rate - base) * float(times or 1)
    if kind == "note16j":
        return np.maximum(rate * (1 - share), min(rate, LEAST_OF_NOTE_16J))
    return np.full_like(base, 0 if kind == "none" else rate)


def charges(law: Law, day: pd.Timestamp, supposed: Supposed) -> list[Charge]:
    """Section 232 first, since the others fall on the part of the value that it leaves."""
    base, share = law.base(supposed.cusma), law.share(supposed.cusma, supposed.claims)
    left_by = {"none": np.ones_like(share), "full": 1 - share, "content40": 1 - supposed.content * share}
    taken, hit = np.zeros_like(base), np.zeros(len(base), dtype=bool)
    standing = [rule for rule in law.rules if rule.valid_from <= day <= rule.valid_to]
    found = []
    for authority in sorted({rule.authority for rule in standing}, key=lambda name: name != "s232"):
        best = winners(law, [rule for rule in standing if rule.authority == authority], day)
        for rule in (rule for rule in standing if rule.authority == authority):
            lines, kind = np.flatnonzero(best == rule.Index), rule.rate_kind
            part = law.basis(kind)[lines]
            if authority == "s232":
                hit[lines], taken[lines] = kind != "none", part * (kind != "none")
            elif kind.endswith("content_split"):
                part = 1 - taken[lines]
            elif kind == "only_if_no_232":
                part = 1.0 - hit[lines]
            pays = part * left_by[rule.cusma_rule][lines]
            added = rate_of(rule, supposed, base[lines], share[lines]) * pays
            found.append(Charge(rule, lines, added, np.where(added > 0, pays, 0)))
    return found


def by_partner(law: Law, amounts: np.ndarray) -> np.ndarray:
    """Sums over the lines of each partner."""
    return np.bincount(law.of_partner, weights=amounts, minlength=len(law.partners))


def parts(law: Law, day: pd.Timestamp, supposed: Supposed = AS_IN_LAW) -> pd.DataFrame:
    """US$ m that each measure falls on and charges, by partner and sector; the base duty is a part too."""
    pieces = [("mfn", "base", "US-MFN", np.arange(len(law.lines)), law.base(supposed.cusma))]
    pieces += [
        (r.authority, r.programme, r.measure_id, lines, added) for r, lines, added, _ in charges(law, day, supposed)
    ]
    sums: dict[tuple[str, ...], np.ndarray] = {}
    for *names, lines, added in pieces:
        value, cells = law.value[lines] / 1e6, law.of_cell[lines]
        pair = [np.bincount(cells, weights=amounts, minlength=len(law.cells)) for amounts in (value, value * added)]
        sums[tuple(names)] = sums.get(tuple(names), 0) + np.array(pair)
    frame = pd.concat([law.cells] * len(sums), ignore_index=True)
    for column, values in zip(["authority", "programme", "measure_id"], zip(*sums, strict=True), strict=True):
        frame[column] = np.repeat(np.array(values, dtype=object), len(law.cells))
    frame["value_covered_usd_m"], frame["duty_usd_m"] = np.concatenate(list(sums.values()), axis=1)
    return frame[frame["value_covered_usd_m"] > 0]


@cache
def charged(day: pd.Timestamp, supposed: Supposed) -> pd.DataFrame:
    """The parts by today's law, worked out once for all who only read them."""
    return parts(law_of_today(), day, supposed)


def rates(parts: pd.DataFrame) -> pd.Series:
    """The effective rate of each partner in percent: all duties over the value that the base duty falls on."""
    whole = parts[parts["authority"] == "mfn"].groupby("partner")["value_covered_usd_m"].sum()
    return 100 * parts.groupby("partner")["duty_usd_m"].sum() / whole


def coverage(law: Law, day: pd.Timestamp, supposed: Supposed = AS_IN_LAW) -> pd.DataFrame:
    """Percent of each partner's goods that a new duty lists, that Section 232 lists, and that pay a new duty."""
    listed, security, pays = (np.zeros(len(law.lines)) for _ in range(3))
    for charge in charges(law, day, supposed):
        pays[charge.lines] += charge.pays
        if charge.rule.rate_kind != "none":
            listed[charge.lines] = 1
            security[charge.lines] = np.maximum(security[charge.lines], charge.rule.authority == "s232")
    shares = {"in_scope_pct": listed, "in_scope_232_pct": security, "dutiable_pct": np.minimum(1, pays)}
    whole = by_partner(law, law.value)
    return pd.DataFrame(
        {n: 100 * by_partner(law, law.value * s) / whole for n, s in shares.items()}, index=law.partners
    )


def record(parts_by_day: dict[pd.Timestamp, pd.DataFrame]) -> pd.DataFrame:
    """The rate of each partner on the first of these days and on every one that moves it."""
    table = pd.DataFrame({day.strftime("%Y-%m-%d"): rates(parts) for day, parts in parts_by_day.items()}).round(4)
    table = table.rename_axis("partner").reset_index().melt("partner", var_name="valid_from", value_name="rate_pct")
    table = table.sort_values(["partner", "valid_from"], ignore_index=True)
    return table[table.groupby("partner")["rate_pct"].diff() != 0].reset_index(drop=True)


def every_day(law: Law) -> list[pd.Timestamp]:
    """The days that move a rule, and the eve of the first."""
    return [law.days[0] - DAY, *law.days]


if __name__ == "__main__":
    today = law_of_today()
    record({day: charged(day, AS_IN_LAW) for day in every_day(today)}).to_csv(RECORD, index=False)
