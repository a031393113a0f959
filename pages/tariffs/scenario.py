"""A date of the tariff page and what is supposed on it."""

from dataclasses import asdict, dataclass
from typing import Any

import queries
from data import catalog
from ui import numbers, words
from ui.language import current, text
from ui.remember import remembered


@dataclass(frozen=True)
class Scenario:
    """A date and the settings of a what-if, named as the queries name them."""

    date: str
    cusma: str = "kept"
    claims: str = "since_july_2025"
    content: float = 0.4
    override: tuple[str, ...] = ()

    def params(self) -> dict[str, Any]:
        """Parameters for the tariff queries."""
        return {**asdict(self), "override": list(self.override)}

    def is_law(self) -> bool:
        """Nothing is supposed: rules as they are, claim shares as observed since July 2025."""
        return self == Scenario(self.date)

    def words(self) -> str:
        """What is supposed, in the reader's language."""
        parts = []
        if self.cusma == "lapsed":
            parts.append(text("tariffs.if.lapsed"))
        if self.claims == "2024":
            parts.append(text("tariffs.if.claims"))
        if self.content != Scenario(self.date).content:
            parts.append(text("tariffs.if.content", share=numbers.percent(100 * self.content)))
        for setting in self.override:
            measure, _, percent = setting.partition(":")
            rate = numbers.as_given(float(percent))
            parts.append(text("tariffs.if.rate", measure=measure_name(measure), rate=rate))
        return text("tariffs.if.and").join(parts)


@remembered
def measure_names() -> dict[str, str]:
    """The programme of each measure in the reader's words; what tells it from others of that name behind.

    That is whose goods it is on, unless all, else its rate, else the goods too: the first of these that no other has.
    """
    every = list(catalog.codes("measure_status"))
    known = queries.ask("tariff_measures", status=every, lang=current()).frame.drop_duplicates("measure_id")
    name, of = known["measure_programme"], known["target"].map(words.countries)
    of_some = name.where(known["target"] == "WLD", name + " (" + of + ")")
    of_goods = name + " (" + of + "; " + known["measure_scope"] + ")"
    forms = [name, of_some, name + " (" + known["measure_rate"] + ")", of_goods]
    found = forms[-1].copy()
    for form in reversed(forms[:-1]):
        found = form.where(~form.duplicated(keep=False), found)
    return dict(zip(known["measure_id"], found, strict=True))


def measure_name(measure_id: str) -> str:
    """The programme of a measure in the reader's words."""
    return measure_names().get(measure_id, measure_id)
