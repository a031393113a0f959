"""Names of countries as publishers write them, and the ISO alpha-3 codes that `country_aliases.csv` gives them."""

import re
from collections.abc import Iterable
from functools import cache

import pandas as pd

from data import recipe


class UnknownName(Exception):
    """A publisher uses a country name that `country_aliases.csv` does not know, where every name must be known."""


@cache
def _aliases(publisher: str) -> dict[str, str]:
    known = recipe.read("country_aliases")
    return dict(known.loc[known["publisher"] == publisher, ["name", "country"]].itertuples(index=False))


@cache
def country_codes() -> frozenset[str]:
    """The codes that `country_aliases.csv` gives to any name, and the empty text of regions."""
    return frozenset({"", *recipe.read("country_aliases")["country"]})


def country(names: pd.Series, publisher: str) -> pd.Series:
    """A publisher's country names as ISO alpha-3; regions become empty text.

    Raises UnknownName naming every label that `country_aliases.csv` does not know.
    """
    aliases = _aliases(publisher)
    unknown = sorted(set(names.unique()) - set(aliases))
    if unknown:
        raise UnknownName(f"{publisher}: country names without a code: {', '.join(unknown)}")
    return names.map(aliases)


# Names that, where they are new, may stand for a country or a total which pages show.
SHOWN = re.compile(
    r"mexi|méxi|mexiq|united states|estados unidos|états-unis|\busa?\b|\btotal|\bworld\b|\ball (countries|partners)\b",
    re.IGNORECASE,
)


def country_or_name(names: pd.Series, publisher: str) -> pd.Series:
    """As `country`, for what a source newly answers: a name that is not known stays as its publisher writes it.

    Raises UnknownName where such a name may stand for Mexico, the United States or a total, or is a code of ours.
    """
    aliases = _aliases(publisher)
    unknown = sorted(set(names.unique()) - set(aliases))
    if unsafe := [name for name in unknown if not name or SHOWN.search(name) or name in country_codes()]:
        raise UnknownName(
            f"{publisher}: names that may stand for a country or total that pages show: "
            f"{', '.join(unsafe) or 'an empty one'}; add them to data/raw/reference/country_aliases.csv"
        )
    return names.map({name: aliases.get(name, name) for name in names.unique()})


def without_code(countries: Iterable[str]) -> list[str]:
    """Those of these countries that are names of a publisher's and no codes."""
    return sorted(set(countries) - country_codes())


def named_since(countries: Iterable[str]) -> dict[str, str]:
    """Names that were kept without a code, and have one in `country_aliases.csv` by now."""
    known = dict(recipe.read("country_aliases")[["name", "country"]].itertuples(index=False))
    return {name: known[name] for name in without_code(countries) if name in known}
