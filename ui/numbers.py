"""Numbers, money and dates as each language writes them."""

from datetime import date, datetime
from typing import Literal

import pandas as pd
from babel.dates import format_date, format_skeleton, get_month_names
from babel.numbers import format_decimal

from ui.language import current, locale

NO_BREAK = "\u00a0"
MINUS = "\u2212"
SHORT = {
    "en": {"cad": "C$", "usd": "US$", "mxn": "MX$"},
    "fr": {"cad": "$ CA", "usd": "$ US", "mxn": "pesos mexicains"},
    "es": {"cad": "dólares canadienses", "usd": "dólares estadounidenses", "mxn": "pesos"},
}
AXIS_UNIT = {
    "en": {"cad": "C$ billion", "usd": "US$ billion", "mxn": "MX$ billion"},
    "fr": {"cad": "milliards $ CA", "usd": "milliards $ US", "mxn": "milliards de pesos"},
    "es": {
        "cad": "miles de millones de C$",
        "usd": "miles de millones de US$",
        "mxn": "miles de millones de MX$",
    },
}


def missing(value: object) -> bool:
    """True for None, NaN and NA."""
    return value is None or bool(pd.isna(value))


def decimal(value: float, digits: int = 0) -> str:
    """A number with so many decimals; Spanish groups thousands with a space, as the site does everywhere."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    written = format_decimal(round(value, digits), pattern, locale=locale())
    if current() == "es":
        written = written.replace(",", NO_BREAK)
    return written.replace("-", MINUS)


def percent(value: float, digits: int = 0) -> str:
    """A percentage given in percent."""
    return decimal(value, digits) + ("%" if current() == "en" else f"{NO_BREAK}%")


def times(ratio: float) -> str:
    """How many times one value is another: 3.1, 1,064."""
    return decimal(ratio, 0 if ratio >= 100 else 1)


def _billions(millions: float) -> tuple[float, int]:
    billions = abs(millions) / 1000
    digits = 0 if billions >= 100 else 1
    return round(billions, digits), digits


def money(millions: float, currency: str = "cad") -> str:
    """An amount given in millions, in words: C$47.5 billion, 47,5 milliards $ CA, 47 500 millones de dólares…"""
    language, sign = current(), MINUS if millions < 0 else ""
    billions, digits = _billions(millions)
    unit = SHORT[language][currency]
    large = billions >= 1
    number = decimal(billions, digits) if large else decimal(abs(millions))
    if language == "en":
        return f"{sign}{unit}{number} {'billion' if large else 'million'}".replace(" ", NO_BREAK)
    if language == "fr":
        word = ("milliard" if large else "million") + ("s" if (billions if large else abs(millions)) >= 2 else "")
        of = "de " if currency == "mxn" else ""
        return f"{sign}{number} {word} {of}{unit}".replace(" ", NO_BREAK)
    number = decimal(billions * 1000) if large else number
    return f"{sign}{number}{NO_BREAK}millones de {unit}"


def billions(millions: float, currency: str = "cad") -> str:
    """An amount given in millions, short, for a headline figure: C$47.5 bn, 47,5 G$ CA, 47 500 mdd canadienses."""
    language, sign = current(), MINUS if millions < 0 else ""
    value, digits = _billions(millions)
    if language == "en":
        return f"{sign}{SHORT['en'][currency]}{decimal(value, digits)}{NO_BREAK}bn"
    if language == "fr":
        unit = {"cad": "$ CA", "usd": "$ US", "mxn": "pesos"}[currency]
        return f"{sign}{decimal(value, digits)} Md {unit}".replace(" ", NO_BREAK)
    unit = {"cad": "C$", "usd": "US$", "mxn": "MX$"}[currency]
    return f"{sign}{unit}{decimal(value * 1000)} millones"


def axis_unit(currency: str) -> str:
    """The unit of a money axis drawn in billions."""
    return AXIS_UNIT[current()][currency]


def at_start(words: str) -> str:
    """Words at the start of a sentence."""
    return words[:1].upper() + words[1:]


def ordinal(rank: int) -> str:
    """A rank: 3rd, 3e, 3.º."""
    if current() == "fr":
        return f"{rank}{'er' if rank == 1 else 'e'}"
    if current() == "es":
        return f"{rank}.º"
    suffix = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank}{suffix}"


def day(value: date | datetime, precision: str = "day") -> str:
    """A date as far as it is known: 29 February 2024, February 2024 or 2024."""
    if precision == "year":
        return str(value.year)
    if precision == "month":
        return month(value)
    written = format_date(value, "d MMMM y" if current() == "en" else "long", locale=locale())
    return written.replace("1 ", "1er ", 1) if current() == "fr" and value.day == 1 else written


def month(value: date | datetime) -> str:
    """A month with its year."""
    return format_skeleton("yMMMM", value, locale=locale())


def months(first: date | datetime, last: date | datetime) -> str:
    """A span of months: January–April 2026, May 2025–April 2026."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if first.year == last.year:
        return f"{month_name(first.month)}–{month(last)}"
    return f"{month(first)}–{month(last)}"


def month_name(number: int, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """The name of a month of the year."""
    return get_month_names(width, "stand-alone", locale=locale())[number]


def years(first: int, last: int) -> str:
    """A span of years: 2019–2024, or one year."""
    return str(first) if first == last else f"{first}–{last}"
