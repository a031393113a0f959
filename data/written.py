"""Numbers, money and days as a language writes them; which language is for the caller to say."""

from datetime import date
from math import floor, log10

from babel import Locale
from babel.dates import format_date

from data.catalog import Language

MINUS = "\u2212"
WHOLE_FROM = 10
BILLION = 1000
MILLION = 1e6
SMALLEST_MILLIONS = 0.1


def decimal(language: Language, value: float, digits: int = 0) -> str:
    """A number with so many decimals, its thousands grouped; what rounds to nothing has no sign."""
    marks = str.maketrans({",": language.thousands, ".": language.decimal, "-": MINUS})
    return f"{round(value, digits) + 0.0:,.{digits}f}".translate(marks)


def in_words(language: Language, value: float) -> str:
    """Zero to nine in words where the number is whole to one decimal; others in figures, with a decimal below ten."""
    shown = round(value, 1)
    if shown.is_integer() and 0 <= shown < len(language.counting):
        return language.counting[int(shown)]
    return decimal(language, value, 1 if abs(shown) < WHOLE_FROM else 0)


def percent(language: Language, value: float, digits: int = 0) -> str:
    """A percentage given in percent."""
    return language.percent.format(n=decimal(language, value, digits))


def digits_of_small(value: float) -> int:
    """How many decimals keep a small amount from being written as nothing: 0 from ten, else at least one digit."""
    size = abs(value)
    if size >= WHOLE_FROM or float(size).is_integer():
        return 0
    return 1 if size >= 1 else -floor(log10(size))


def is_billion(millions: float) -> bool:
    """Whether an amount is written in billions: one that rounds to a thousand millions is."""
    return round(abs(millions)) >= BILLION


def money(language: Language, millions: float, currency: str = "cad", digits: int | None = None) -> str:
    """An amount given in millions, in words: C$47.5 billion, 47,5 milliards de dollars…, 47 500 millones de dólares…

    `digits` of a billion are written; one below a hundred billion and none above by default.
    """
    words = language.money[currency]
    return _amount(
        language, millions, (words.billion, words.billions), (words.million, words.millions), words.units, digits
    )


def short_money(language: Language, millions: float, currency: str = "cad") -> str:
    """An amount given in millions, short, for a headline figure: C$47.5 bn, 47,5 G$ CA."""
    words = language.money[currency]
    return _amount(
        language, millions, (words.short, words.short), (words.short_million, words.short_millions), words.units
    )


def drawn_money(language: Language, millions: float, currency: str = "cad") -> str:
    """An amount at a mark or in a title whose axis or subtitle names the currency: C$47.5 bn, 47 500 millones."""
    return short_money(language, millions, currency).removesuffix(language.money[currency].left_out)


def in_billions(language: Language, value: float) -> str:
    """A number of billions whose currency nobody names: 32.7 billion, 32,7 milliards, 32 700 millones."""
    millions = decimal(language, round(value, 1) * BILLION)
    return language.billions.format(billions=decimal(language, value, 1), millions=millions)


def _amount(
    language: Language,
    millions: float,
    large: tuple[str, str],
    small: tuple[str, str],
    units: str,
    digits: int | None = None,
) -> str:
    sign = MINUS if millions < 0 else ""
    if is_billion(millions):
        billions = abs(millions) / BILLION
        if digits is None:
            digits = 0 if billions >= 100 else 1
        shown = round(billions, digits)
        pattern = _form(language, shown, *large)
        said = {"billions": decimal(language, shown, digits), "millions": decimal(language, shown * BILLION)}
        return sign + pattern.format(**said)
    if 0 < abs(millions) < SMALLEST_MILLIONS:
        return sign + units.format(units=decimal(language, _two_figures(abs(millions) * MILLION)))
    decimals = digits_of_small(millions)
    shown = round(abs(millions), decimals)
    return sign + _form(language, shown, *small).format(millions=decimal(language, shown, decimals))


def _two_figures(value: float) -> float:
    return round(value, 1 - floor(log10(value)))


def _form(language: Language, number: float, one: str, many: str) -> str:
    """The words for one or for several, as the language counts: 1,5 million is singular in French only."""
    return one if Locale.parse(language.locale).plural_form(number) == "one" else many


def day(language: Language, value: date) -> str:
    """A full date: 29 February 2024, 1er juillet 2020."""
    written = format_date(value, language.day, locale=language.locale)
    return written.replace("1 ", f"{language.first_day} ", 1) if value.day == 1 else written
