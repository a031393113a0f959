"""What the tables of U.S. tariffs hold, one line for each product of each partner: rules, lists, trade, claims, metal.

Shares are parts of the value, values US$; a span without an end lies open to the far future.
"""

from bisect import bisect_right
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from data import recipe

TABLES = ["tariff_rules", "tariff_scopes", "tariff_measures", "us_imports_by_product", "metal_content"]
TABLES += ["cusma_claims", "mfn_rates"]
EVERYONE, ALL_GOODS = "WLD", "*"
EARLIEST, LATEST, DAY = pd.Timestamp("1900-01-01"), pd.Timestamp("2200-01-01"), pd.Timedelta(days=1)
CUSMA_PARTNERS = ["CAN", "MEX"]
METALS = {"metal_al": "aluminum_share", "metal_st": "steel_share"}
CONTENT_UNKNOWN = 0.5
SECTOR_UNKNOWN = "99"


def read(folder: Path) -> dict[str, pd.DataFrame]:
    """The tables that docs/methods.md speaks of."""
    tables = {name: pd.read_parquet(folder / f"{name}.parquet") for name in TABLES}
    for name in ("tariff_rules", "tariff_scopes"):
        for column, unknown in (("valid_from", EARLIEST), ("valid_to", LATEST)):
            tables[name][column] = pd.to_datetime(tables[name][column]).fillna(unknown)
    return tables


def by_longest(codes: pd.Series, known: pd.Series, lengths: tuple[int, ...]) -> pd.Series:
    """What is known of each code, else of the longest beginning of it."""
    found = pd.Series(np.nan, index=codes.index, dtype=known.dtype)
    for length in lengths:
        found = found.fillna(codes.str[:length].map(known))
    return found


def sectors(products: pd.Index) -> np.ndarray:
    """The common sector of each product: that of its heading, else of its chapter."""
    known = recipe.read("sector_concordance")
    known = known[known["classification"].str.startswith("HS")].set_index("code")["group_code"]
    return by_longest(pd.Series(products), known, (6, 4, 2)).fillna(SECTOR_UNKNOWN).to_numpy(object)


class Law:
    """Rules, lists and trade as the tables hold them; whatever takes time is worked out once."""

    def __init__(self, tables: dict[str, pd.DataFrame]):
        self.tables = tables
        goods = tables["us_imports_by_product"]
        goods = goods[~goods["hs10"].str[:2].isin(["98", "99"]) & (goods["imports_usd"] > 0)]
        self.lines = goods.sort_values(["partner", "hs10"], ignore_index=True)
        self.value = self.lines["imports_usd"].to_numpy()
        self.of_partner, self.partners = pd.factorize(self.lines["partner"])
        self.of_product, self.products = pd.factorize(self.lines["hs10"])
        cells = self.lines[["partner"]].assign(sector=sectors(self.products)[self.of_product])
        self.of_cell = cells.groupby(["partner", "sector"]).ngroup().to_numpy()
        self.cells = cells.drop_duplicates().sort_values(["partner", "sector"], ignore_index=True)
        programmes = tables["tariff_measures"].drop_duplicates("measure_id").set_index("measure_id")["programme"]
        rules = tables["tariff_rules"].assign(programme=tables["tariff_rules"]["measure_id"].map(programmes))
        self.rules = list(rules.itertuples(name="Rule"))
        self.base, self.share, self.basis = cache(self._base), cache(self._share), cache(self._basis)
        self.reach, self.holds = cache(self._reach), cache(self._holds)

    @property
    def days(self) -> list[pd.Timestamp]:
        """Every day on which a rule, or a list that one speaks of, begins or has just ended."""
        of_rules = {day for rule in self.rules for day in (rule.valid_from, rule.valid_to + DAY)}
        return sorted(day for day in of_rules.union(*self.changes.values()) if EARLIEST < day < LATEST)

    @cached_property
    def lists(self) -> dict[str, pd.DataFrame]:
        """The lists of products, each with the spans of its goods."""
        return dict(list(self.tables["tariff_scopes"].groupby("tariff_scope")))

    @cached_property
    def changes(self) -> dict[str, list[pd.Timestamp]]:
        """The days from which each list holds other goods than before."""
        found = {name: {EARLIEST, *spans["valid_from"].unique()} for name, spans in self.lists.items()}
        ends = {name: set(spans["valid_to"].unique() + DAY) for name, spans in self.lists.items()}
        return {name: sorted(found[name] | ends[name]) for name in found} | {ALL_GOODS: [EARLIEST]}

    def dated(self, rule, day: pd.Timestamp) -> tuple[tuple[str, pd.Timestamp], ...]:
        """The lists that a rule speaks of, its own first, each with the day since which it holds what it holds then."""
        names = [rule.tariff_scope, *filter(None, (rule.except_scopes or "").split(";"))]
        return tuple((name, self.changes[name][bisect_right(self.changes[name], day) - 1]) for name in names)

    def _holds(self, name: str, day: pd.Timestamp) -> np.ndarray:
        """Whether a list holds each line on a day."""
        if name == ALL_GOODS:
            return np.ones(len(self.lines), dtype=bool)
        spans = self.lists[name]
        held = spans.loc[(spans["valid_from"] <= day) & (day <= spans["valid_to"]), "hs10"]
        return self.products.isin(held)[self.of_product]

    def _reach(self, partner: str, lists: tuple[tuple[str, pd.Timestamp], ...]) -> np.ndarray:
        """The lines of a partner on the first of these lists and on none of the others."""
        held = self.holds(*lists[0])
        for excepted in lists[1:]:
            held = held & ~self.holds(*excepted)
        mine = self.partners.get_indexer([partner])[0]
        return np.flatnonzero(held if partner == EVERYONE else held & (self.of_partner == mine))

    def _base(self, cusma: str) -> np.ndarray:
        """Duty realised in 2024, at most the value; without CUSMA its partners pay the most-favoured-nation rate."""
        base = np.minimum(self.lines["duty_usd"].to_numpy() / self.value, 1)
        if cusma == "kept":
            return base
        schedule = self.tables["mfn_rates"].set_index("hs8")["mfn_rate_pct"] / 100
        mfn = self.lines["hs10"].str[:8].map(schedule).to_numpy()
        return np.where(self.lines["partner"].isin(CUSMA_PARTNERS) & ~np.isnan(mfn), mfn, base)

    def _share(self, cusma: str, period: str) -> np.ndarray:
        """Share of value with a CUSMA claim: of the product, else of its first 8, 6, 4 or 2 digits, else none."""
        share, claims = np.zeros(len(self.lines)), self.tables["cusma_claims"]
        claims = claims[(claims["claim_period"] == period) & claims["hs_code"].str.isdigit()]
        for partner in CUSMA_PARTNERS if cusma == "kept" else []:
            mine, theirs = (self.lines["partner"] == partner).to_numpy(), claims[claims["partner"] == partner]
            known = []
            for digits in (10, 8, 6, 4, 2):
                enough = theirs[theirs["hs_code"].str.len() >= digits]
                sums = enough.groupby(enough["hs_code"].str[:digits])[["claimed_usd", "imports_usd"]].sum()
                known.append((sums["claimed_usd"] / sums["imports_usd"])[sums["imports_usd"] > 0])
            share[mine] = by_longest(self.lines.loc[mine, "hs10"], pd.concat(known), (10, 8, 6, 4, 2)).fillna(0)
        return share

    def _basis(self, kind: str) -> np.ndarray:
        """Part of the value that a rule of Section 232 falls on: the metal in it, or all."""
        if kind not in METALS:
            return np.ones(len(self.lines))
        content = self.tables["metal_content"].set_index("hs10")[METALS[kind]]
        return self.lines["hs10"].map(content).fillna(CONTENT_UNKNOWN).clip(upper=1).to_numpy()
