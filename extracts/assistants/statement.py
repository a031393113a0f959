"""The figure in a statement: “Canada imports C$47 bn from Mexico” is 47 billion, known to half a billion."""

import re
from dataclasses import dataclass

BILLIONS = r"bn|b(?:illions?)?|G\$?|milliards?|mil(?:es de)? millones"
MILLIONS = r"mn|m(?:illions?)?|M\$?|millones|millón"
THOUSANDS = r"thousand|mille|mil"
SCALES = [(BILLIONS, 1e9), (MILLIONS, 1e6), (THOUSANDS, 1e3)]
NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?"
FIGURE = re.compile(
    rf"(?P<number>{NUMBER})[\s\u00a0\u202f-]*(?P<scale>(?:{BILLIONS}|{MILLIONS}|{THOUSANDS})\b)?", re.IGNORECASE
)
YEAR = re.compile(r"(?:19|20)\d\d")
# In what a claim's figure is counted, in ones.
UNITS = {"CAD_BN": 1e9, "USD_BN": 1e9, "TEU_M": 1e6}


@dataclass(frozen=True)
class Stated:
    """A figure as it was stated: its value in ones, and how far a true figure may lie from it (half its last digit)."""

    value: float
    tolerance: float

    def counted_in(self, unit: str) -> tuple[float, float]:
        """Value and tolerance in a unit of claims."""
        return self.value / UNITS.get(unit, 1), self.tolerance / UNITS.get(unit, 1)


def figures(statement: str) -> list[Stated]:
    """The figures of a statement, in its order; bare years are none."""
    return [
        _stated(found["number"], found["scale"] or "")
        for found in FIGURE.finditer(statement)
        if found["scale"] or not YEAR.fullmatch(found["number"])
    ]


def _stated(number: str, scale: str) -> Stated:
    grouped = re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?:\.\d+)?", number)
    plain = re.sub(r"[ \u00a0\u202f,]", "", number) if grouped else number.replace(",", ".")
    times = next((factor for words, factor in SCALES if re.fullmatch(words, scale, re.IGNORECASE)), 1.0)
    decimals = len(plain.partition(".")[2])
    return Stated(float(plain) * times, 0.5 * 10**-decimals * times)
