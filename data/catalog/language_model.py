"""What a language of the site is called, and how it writes numbers, money and days."""

from typing import Annotated

from pydantic import AfterValidator

from data.catalog.model import Entry
from data.catalog.values import Words

CURRENCIES = ("cad", "usd", "mxn")


class Money(Entry):
    """An amount of one currency in words, from {billions} or {millions}; below two, `billion` and `million` hold.

    `short` stands on headline figures, `axis` over a money axis drawn in billions.
    """

    billion: Words
    billions: Words
    million: Words
    millions: Words
    short: Words
    axis: Words


def _of_each_currency(amounts: dict[str, Money]) -> dict[str, Money]:
    if set(amounts) != set(CURRENCIES):
        raise ValueError(f"{', '.join(amounts)}: needed are {', '.join(CURRENCIES)}")
    return amounts


class Language(Entry):
    """`locale` is what Babel calls it, `day` Babel's pattern of a day, `ordinal` a rank by CLDR's classes."""

    name: Words
    locale: Words
    decimal: str
    thousands: str
    percent: Words
    day: Words
    first_day: Words
    ordinal: dict[str, Words]
    money: Annotated[dict[str, Money], AfterValidator(_of_each_currency)]
