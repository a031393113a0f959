"""Numbers, money and dates as each language writes them."""

from datetime import date, datetime
from typing import Literal

import pandas as pd
from babel import Locale
from babel.dates import format_date, format_skeleton, get_month_names

from ui.language import spoken

MINUS = "\u2212"


def missing(value: object) -> bool:
    """True for None, NaN and NA."""
    return value is None or bool(pd.isna(value))


def decimal(value: float, digits: int = 0) -> str:
    """A number with so many decimals, its thousands grouped."""
    marks = str.maketrans(dict(zip(",.-", (spoken().thousands, spoken().decimal, MINUS), strict=True)))
    return f"{round(value, digits):,.{digits}f}".translate(marks)


def percent(value: float, digits: int = 0) -> str:
    """A percentage given in percent."""
    return spoken().percent.format(n=decimal(value, digits))


def times(ratio: float) -> str:
    """How many times one value is another: 3.1, 1,064."""
    return decimal(ratio, 0 if ratio >= 100 else 1)


def _billions(millions: float) -> tuple[float, int]:
    billions = abs(millions) / 1000
    digits = 0 if billions >= 100 else 1
    return round(billions, digits), digits


def money(millions: float, currency: str = "cad") -> str:
    """An amount given in millions, in words: C$47.5 billion, 47,5 milliards $ CA, 47 500 millones de dólares…"""
    words, amount = spoken().money[currency], abs(millions)
    billions, digits = _billions(millions)
    if billions >= 1:
        written = words.billions if billions >= 2 else words.billion
        return _signed(written, millions, billions=decimal(billions, digits), millions=decimal(billions * 1000))
    return _signed(words.millions if amount >= 2 else words.million, millions, millions=decimal(amount))


def billions(millions: float, currency: str = "cad") -> str:
    """An amount given in millions, short, for a headline figure: C$47.5 bn, 47,5 Md $ CA, C$47 500 millones."""
    value, digits = _billions(millions)
    short = spoken().money[currency].short
    return _signed(short, millions, billions=decimal(value, digits), millions=decimal(value * 1000))


def _signed(pattern: str, of: float, **amounts: str) -> str:
    return (MINUS if of < 0 else "") + pattern.format(**amounts)


def axis_unit(currency: str) -> str:
    """The unit of a money axis drawn in billions."""
    return spoken().money[currency].axis


def at_start(words: str) -> str:
    """Words at the start of a sentence."""
    return words[:1].upper() + words[1:]


def ordinal(rank: int) -> str:
    """A rank: 3rd, 3e, 3.º."""
    forms = spoken().ordinal
    return forms.get(Locale.parse(spoken().locale).ordinal_form(rank), forms["other"]).format(n=rank)


def day(value: date | datetime, precision: str = "day") -> str:
    """A date as far as it is known: 29 February 2024, February 2024 or 2024."""
    if precision == "year":
        return str(value.year)
    if precision == "month":
        return month(value)
    written = format_date(value, spoken().day, locale=spoken().locale)
    return written.replace("1 ", f"{spoken().first_day} ", 1) if value.day == 1 else written


def month(value: date | datetime) -> str:
    """A month with its year."""
    return format_skeleton("yMMMM", value, locale=spoken().locale)


def months(first: date | datetime, last: date | datetime) -> str:
    """A span of months: January–April 2026, May 2025–April 2026."""
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if first.year == last.year:
        return f"{month_name(first.month)}–{month(last)}"
    return f"{month(first)}–{month(last)}"


def month_name(number: int, width: Literal["wide", "abbreviated"] = "wide") -> str:
    """The name of a month of the year."""
    return get_month_names(width, "stand-alone", locale=spoken().locale)[number]


def years(first: int, last: int) -> str:
    """A span of years: 2019–2024, or one year."""
    return str(first) if first == last else f"{first}–{last}"
