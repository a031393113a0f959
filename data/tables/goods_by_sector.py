"""Trade by industry under four lenses, each with its own method."""

import pandas as pd

from data import recipe
from data.tables import exchange_rates_annual, goods_by_chapter_monthly

LENSES = {"oecd": "icio_by_industry", "wiod": "wiod_by_industry", "caliendo_parro": "caliendo_parro_by_sector"}
SERVICES = "15"
MONTHS = 12


def _shipped() -> pd.DataFrame:
    parts = []
    for lens, source in LENSES.items():
        cells = recipe.read(source)
        parts.append(
            pd.DataFrame(
                {
                    "lens": lens,
                    "exporter": cells["exporter"],
                    "importer": cells["importer"],
                    "year": cells["year"].astype(int),
                    "sector": cells["group_code"],
                    "industry": cells["code"],
                    "is_goods": cells["group_code"] != SERVICES,
                    "value_usd_m": recipe.number(cells["value"]),
                    "value_cad_m": pd.Series(float("nan"), index=cells.index),
                    "grade": cells["grade"],
                    "vintage": recipe.vintage(source),
                    "source": source,
                }
            )
        )
    names = recipe.read("industries").rename(columns={f"name_{x}": f"industry_name_{x}" for x in ("en", "fr", "es")})
    shipped = pd.concat(parts, ignore_index=True).merge(names, how="left", on=["lens", "industry"])
    return shipped.assign(source=shipped["source"] + ";industries")


def _canada() -> pd.DataFrame:
    """Whole years of CIMT with Mexico by HS chapter: C$ as recorded, US$ at the annual average rate."""
    months = goods_by_chapter_monthly.rows()
    months = months[months["partner"] == "MEX"].assign(year=pd.to_datetime(months["month"]).dt.year)
    whole = months.groupby("year").filter(lambda year: year["month"].nunique() == MONTHS)
    keys = ["year", "hs_chapter", "sector"]
    values = {"imports_cad_m": "sum", "exports_cad_m": "sum", "vintage": "max"}
    years = whole.groupby(keys, as_index=False).agg(values)
    rates = exchange_rates_annual.rows().set_index("year")
    names = recipe.read("hs_chapters").rename(columns={f"name_{x}": f"industry_name_{x}" for x in ("en", "fr", "es")})
    years = years.merge(names, how="left", on="hs_chapter").rename(columns={"hs_chapter": "industry"})
    ways = [("MEX", "CAN", "imports_cad_m"), ("CAN", "MEX", "exports_cad_m")]
    parts = [
        years.drop(columns=["imports_cad_m", "exports_cad_m"]).assign(
            lens="cimt",
            exporter=exporter,
            importer=importer,
            is_goods=True,
            value_cad_m=years[column],
            value_usd_m=years[column] / years["year"].map(rates["cad_per_usd"]),
            grade="A",
            source="cimt;" + years["year"].map(rates["source"]),
        )
        for exporter, importer, column in ways
    ]
    return pd.concat(parts, ignore_index=True)


def rows() -> pd.DataFrame:
    """Shape: one row per lens, exporter, year and industry; US$ m at basic prices, or C$ m, customs (CIMT)."""
    shipped, canada = _shipped(), _canada()
    return pd.concat([shipped, canada], ignore_index=True) if len(canada) else shipped
