"""What a language of the site is called, and how it writes numbers, money and days."""

from typing import Annotated

from annotated_types import Len
from pydantic import AfterValidator

from data.catalog.model import Entry
from data.catalog.values import Words

CURRENCIES = ("cad", "usd", "mxn")


class Money(Entry):
    """An amount of one currency in words, from {billions} or {millions}; `billion` and `million` are singular.

    `short` stands on headline figures, `short_million` and `short_millions` on those below a billion, `units` on what
    is less than a tenth of a million; `axis` over a money axis drawn in billions. `left_out` is what a short amount can
    do without where an axis or a subtitle names the currency.
    """

    billion: Words
    billions: Words
    million: Words
    millions: Words
    short: Words
    short_million: Words
    short_millions: Words
    units: Words
    axis: Words
    left_out: str = ""


def _of_each_currency(amounts: dict[str, Money]) -> dict[str, Money]:
    if set(amounts) != set(CURRENCIES):
        raise ValueError(f"{', '.join(amounts)}: needed are {', '.join(CURRENCIES)}")
    return amounts


class Language(Entry):
    """`locale` is what Babel calls it, `day` Babel's pattern of a day, `ordinal` a rank by CLDR's classes.

    `billions` is a number of them without a currency; `counting` are the words for 0 to 9 before a masculine noun.
    """

    name: Words
    locale: Words
    decimal: str
    thousands: str
    percent: Words
    billions: Words
    day: Words
    first_day: Words
    counting: Annotated[list[Words], Len(10, 10)]
    ordinal: dict[str, Words]
    money: Annotated[dict[str, Money], AfterValidator(_of_each_currency)]
