"""Values of claims with their units, and the finished reason of a verdict, as a language writes them."""

from typing import Any

import pandas as pd

from data import catalog, written

MONEY = {"CAD_BN": "cad", "USD_BN": "usd"}
WHOLE = ("PERSONS", "COUNT", "RANK", "MILES")
NAMED = ("MILES", "TEU_M")
MILLIONS = 1000


def amount(lang: str, value: Any, unit: str, digits: int = 1) -> str:
    """A value of a claim with its unit, to so many digits; a dash where there is none."""
    if value is None or pd.isna(value):
        return "–"
    language = catalog.languages()[lang]
    if unit in MONEY:
        return written.money(language, value * MILLIONS, MONEY[unit], digits)
    if unit == "PCT":
        return written.percent(language, value, 0 if float(value).is_integer() else 1)
    if unit == "CHANGE":
        return ("+" if value > 0 else "") + written.percent(language, value, 1)
    number = written.decimal(language, value, 0 if unit in WHOLE else digits)
    return f"{number} {catalog.codes('unit')[unit][lang]}" if unit in NAMED else number


def stated(lang: str, claim: dict[str, Any]) -> str:
    """What an article states, to the digits it states."""
    return amount(lang, claim["stated_value"], claim["stated_unit"], len(claim["stated_text"].partition(".")[2]))


def ours(lang: str, recomputed: Any, day: str, unit: str) -> str:
    """Our figure: the day where it is one, else the amount."""
    if day:
        return written.day(catalog.languages()[lang], pd.Timestamp(day))
    return amount(lang, recomputed, unit)


def reason(lang: str, pattern: str, claim: dict[str, Any]) -> str:
    """Why the verdict is what it is, with both figures put in."""
    return pattern.format(
        ours=ours(lang, claim["recomputed"], claim["recomputed_text"], claim["stated_unit"]),
        other=amount(lang, claim["other_value"], claim["other_unit"]),
    )
