"""Numbers, money and dates as each language writes them."""

from datetime import date, datetime
from typing import Literal

import pandas as pd
from babel import Locale
from babel.dates import format_skeleton, get_month_names

from data import written
from ui.language import spoken


def missing(value: object) -> bool:
    """True for None, NaN and NA."""
    return value is None or bool(pd.isna(value))


def decimal(value: float, digits: int = 0) -> str:
    """A number with so many decimals, its thousands grouped."""
    return written.decimal(spoken(), value, digits)


def in_words(value: float) -> str:
    """Zero to nine in words where the number is whole to one decimal, others in figures: six, 6.4, 12."""
    return written.in_words(spoken(), value)


def percent(value: float, digits: int = 0) -> str:
    """A percentage given in percent."""
    return written.percent(spoken(), value, digits)


def as_given(value: float) -> str:
    """A percentage with the decimals that a reader gave it."""
    return percent(value, len(f"{value:g}".partition(".")[2]))


def digits_of_small(value: float) -> int:
    """How many decimals keep a small amount from being written as nothing."""
    return written.digits_of_small(value)


def change(value: float, digits: int = 0) -> str:
    """A change in percent with its sign: +13 %, −2 %; none where it rounds to nothing."""
    return ("+" if round(value, digits) > 0 else "") + percent(value, digits)


def difference(value: float, digits: int = 0) -> str:
    """A difference with its sign: +1.7, −6; none where it rounds to nothing."""
    return ("+" if round(value, digits) > 0 else "") + decimal(value, digits)


def money(millions: float, currency: str = "cad") -> str:
    """An amount given in millions, in words: C$47.5 billion, 47,5 milliards de dollars…, 47 500 millones de dólares…"""
    return written.money(spoken(), millions, currency)


def billions(millions: float, currency: str = "cad") -> str:
    """An amount given in millions, short, for a headline figure: C$47.5 bn, 47,5 G$ CA."""
    return written.short_money(spoken(), millions, currency)


def drawn(millions: float, currency: str = "cad") -> str:
    """An amount at a mark or in a title whose axis or subtitle names the currency: C$47.5 bn, 47 500 millones."""
    return written.drawn_money(spoken(), millions, currency)


def without_currency(amount: str) -> tuple[str, str]:
    """A short amount, and apart the words of its currency where they are long: 44 600 millones, de dólares…"""
    names = [money.left_out for money in spoken().money.values() if money.left_out and amount.endswith(money.left_out)]
    return (amount.removesuffix(names[0]), names[0]) if names else (amount, "")


def in_billions(value: float) -> str:
    """A number of billions of an unnamed currency: 32.7 billion, 32,7 milliards, 32 700 millones."""
    return written.in_billions(spoken(), value)


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


def plural_of(value: float, digits: int = 1) -> int:
    """1 where the language puts a number, shown so, into the singular, 2 elsewhere: French does so below two."""
    return 1 if Locale.parse(spoken().locale).plural_form(round(abs(value), digits)) == "one" else 2


def day(value: date | datetime, precision: str = "day") -> str:
    """A date as far as it is known: 29 February 2024, February 2024 or 2024."""
    if precision == "year":
        return str(value.year)
    if precision == "month":
        return month(value)
    return written.day(spoken(), value)


def vintage(written: str) -> str:
    """When something was released, given as a year, month or day such as 2026-10, in words."""
    precision = {4: "year", 7: "month"}.get(len(written), "day")
    return day(date.fromisoformat(f"{written}-01-01"[:10]), precision)


def month(value: date | datetime) -> str:
    """A month with its year."""
    return format_skeleton("yMMMM", value, locale=spoken().locale)


def span_of(written_as: str) -> str:
    """Years, months and days as data have them (2024, 2025-08, 2025-08-20), alone or from one to another, in words."""
    return "–".join(_of_any_length(part) for part in written_as.split("–"))


def _of_any_length(part: str) -> str:
    if len(part) == len("2025-08-20"):
        return day(date.fromisoformat(part))
    return month(date.fromisoformat(f"{part}-01")) if len(part) == len("2025-08") else part


def month_short(value: date | datetime) -> str:
    """A month without its year, as short as the language writes it."""
    return format_skeleton("MMM", value, locale=spoken().locale)


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
