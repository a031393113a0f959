"""The finest rows of merchandise trade: product, country, province and state, adding up to the published totals."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tests.official import trade
from tests.official.goods_names import PRODUCTS
from tests.official.world import World, split, wobble

PROVINCES = {"US": {"ON": 6, "QC": 2, "AB": 3}, "MX": {"ON": 7, "QC": 2, "MB": 1}, "CN": {"BC": 5, "ON": 4}}
STATES = {"ON": {"MI": 5, "NY": 2}, "QC": {"NY": 3}, "AB": {"IL": 4}}
RE_EXPORTED = 0.08


class Row(NamedTuple):
    """One line of a member; a coarse member leaves quantity and unit out."""

    month: str
    code: str
    country: str
    province: str
    state: str
    value: int
    quantity: int = 0
    unit: str = ""


def finest(world: World, flow: str, month: str) -> list[Row]:
    """All rows of a month by HS10 (imports) or HS8 (exports); total exports know no province."""
    rows = list(_by_province(world, flow, month))
    if flow == "Imp":
        return rows
    return rolled_up([row._replace(province="") for row in rows] if flow == "Tot_Exp" else rows, 8)


def _by_province(world: World, flow: str, month: str) -> Iterator[Row]:
    for partner in trade.PARTNERS:
        base = trade.goods(trade.IMPORT if flow == "Imp" else trade.EXPORT, partner, month)
        total = round(base * world.factor(month, world.last_month))
        yield from _of_partner(flow, month, partner, partner, total)
        if partner == "NA" and world.unknown_country:
            yield from _of_partner(flow, month, partner, world.unknown_country, total)


def _of_partner(flow: str, month: str, partner: str, country: str, total: int) -> Iterator[Row]:
    digits = 10 if flow == "Imp" else 8
    for product, value in zip(PRODUCTS, split(total, _weights(flow, partner)), strict=True):
        if flow == "Dom_Exp":
            value -= int(value * RE_EXPORTED)  # noqa: PLW2901
        for province, state, part in _places(partner, value):
            if part:
                quantity = max(1, part // product.price) if product.price else 0
                code = product.code[:digits]
                yield Row(month.replace("-", ""), code, country, province, state, part, quantity, product.unit)


@cache
def _weights(flow: str, partner: str) -> list[float]:
    return [
        (product.imported if flow == "Imp" else product.exported) * wobble(0.5, partner, product.code)
        for product in PRODUCTS
    ]


def _places(partner: str, value: int) -> Iterator[tuple[str, str, int]]:
    shares = PROVINCES.get(partner, {"ON": 1})
    for province, part in zip(shares, split(value, shares.values()), strict=True):
        states = STATES[province] if partner == "US" else {"": 1}
        for state, piece in zip(states, split(part, states.values()), strict=True):
            yield province, state, piece


def rolled_up(rows: list[Row], digits: int) -> list[Row]:
    """The same rows with shorter codes, summed."""
    sums: dict[tuple[str, ...], tuple[Row, int, int]] = {}
    for row in rows:
        key = (row.code[:digits], row.country, row.province, row.state)
        first, value, quantity = sums.get(key) or (row, 0, 0)
        sums[key] = first, value + row.value, quantity + row.quantity
    summed = ((key[0], *sums[key]) for key in sorted(sums))
    return [first._replace(code=code, value=value, quantity=quantity) for code, first, value, quantity in summed]
