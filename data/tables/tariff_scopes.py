"""Which products a tariff measure lists, and since when."""

import pandas as pd

from data import recipe

KEYS = ["tariff_scope", "hs10"]


def rows() -> pd.DataFrame:
    """Shape: one row per scope, HS10 and start; no dates where the list holds as long as its rules."""
    cells = recipe.read("hs_scope")
    listed = pd.DataFrame(
        {
            "tariff_scope": cells["scope"],
            "hs10": cells["hs10"],
            "valid_from": recipe.day(cells["valid_from"]),
            "valid_to": recipe.day(cells["valid_to"]),
        }
    )
    return pd.concat([_changed(listed), _expanded(_brazil_order()), _expanded(_brazil_301())], ignore_index=True)


def _brazil_order() -> pd.DataFrame:
    """Goods that the order of 2025 on Brazil spares: Annex I, and what was added in November."""
    cells = recipe.read("brazil_order_exempt_2025")
    return _printed("brazil_order_exempt", cells["hts10"], recipe.day(cells["effective_date_start"]))


def _brazil_301() -> pd.DataFrame:
    """Goods that Section 301 on Brazil spares; the few named within a subheading cannot be told apart and pay."""
    cells = recipe.read("brazil_301_exempt_2026")
    cells = cells[cells["category"] != "named"]
    return _printed("brazil_301_exempt", cells["HTSUS"], None)


def _changed(listed: pd.DataFrame) -> pd.DataFrame:
    """The lists of Section 338 as they changed: what left ends the day before, unless named again."""
    cells = recipe.read("section_338_changes_2026_09")
    dated = _printed(cells["scope"], cells["hts"], recipe.day(cells["valid_from"])).assign(change=cells["change"])
    added = _expanded(dated[dated["change"] == "added"])
    removed = _without(_expanded(dated[dated["change"] == "removed"]), added)
    last_days = removed.set_index(KEYS)["valid_from"] - pd.Timedelta(days=1)
    ends = listed[KEYS].merge(last_days.rename("last_day").reset_index(), on=KEYS, how="left")["last_day"]
    listed = listed.assign(valid_to=listed["valid_to"].where(ends.isna(), ends))
    return pd.concat([listed, _without(added, listed)], ignore_index=True)


def _printed(scope: str | pd.Series, codes: pd.Series, valid_from: pd.Series | None) -> pd.DataFrame:
    prefixes = codes.str.replace(".", "")
    return pd.DataFrame({"tariff_scope": scope, "prefix": prefixes, "valid_from": valid_from, "valid_to": None})


def _expanded(printed: pd.DataFrame) -> pd.DataFrame:
    """Codes of eight or ten digits as the products of ten digits that were imported in 2024."""
    products = pd.DataFrame({"hs10": recipe.read_parquet("us_imports_hs10_2024")["hs10"].sort_values().unique()})
    levels = [
        printed[printed["prefix"].str.len() == digits].merge(
            products.assign(prefix=products["hs10"].str[:digits]), on="prefix"
        )
        for digits in (8, 10)
    ]
    return pd.concat(levels)[[*KEYS, "valid_from", "valid_to"]].drop_duplicates(KEYS)


def _without(rows: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    return rows[~pd.MultiIndex.from_frame(rows[KEYS]).isin(pd.MultiIndex.from_frame(others[KEYS]))]
