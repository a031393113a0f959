"""Trade by industry under three lenses, each with its own method."""

import pandas as pd

from data.build import raw

LENSES = {"oecd": "icio_by_industry", "wiod": "wiod_by_industry", "caliendo_parro": "caliendo_parro_by_sector"}
SERVICES = "15"


def rows() -> pd.DataFrame:
    """Shape: one row per lens, exporter, year and industry; US$ m, basic prices."""
    parts = []
    for lens, source in LENSES.items():
        cells = raw.read(source)
        parts.append(
            pd.DataFrame(
                {
                    "lens": lens,
                    "exporter": cells["exporter"],
                    "importer": cells["importer"],
                    "year": cells["year"],
                    "sector": cells["group_code"],
                    "industry": cells["code"],
                    "is_goods": cells["group_code"] != SERVICES,
                    "value_usd_m": raw.number(cells["value"]),
                    "grade": cells["grade"],
                }
            )
        )
    names = raw.read("industries").rename(columns={f"name_{x}": f"industry_name_{x}" for x in ("en", "fr", "es")})
    return pd.concat(parts, ignore_index=True).merge(names, how="left", on=["lens", "industry"])
