"""Asylum claims by citizenship: IRCC's count at all offices, and UNHCR's for Mexico."""

import pandas as pd

from data.build import raw

TOTALS = {
    ("IRCC", "WLD"): "ircc_claimants_all",
    ("UNHCR", "MEX"): "unhcr_new_claims_mexico",
    ("UNHCR", "WLD"): "unhcr_new_claims_all_origins",
}
GRADES = {"IRCC": "C", "UNHCR": "B"}


def rows() -> pd.DataFrame:
    """Shape: one row per publisher, country and year; persons."""
    countries = raw.read("asylum_by_country")
    by_country = pd.DataFrame(
        {
            "publisher": "IRCC",
            "country": raw.country(countries["country"], "ircc"),
            "year": countries["year"],
            "claims": raw.number(countries["claimants"]),
        }
    )
    mexico = raw.read("asylum_mexico_annual")
    parts = [by_country]
    for (publisher, country), column in TOTALS.items():
        part = pd.DataFrame({"year": mexico["year"], "claims": raw.number(mexico[column])})
        parts.append(part.dropna(subset="claims").assign(publisher=publisher, country=country))
    frame = pd.concat(parts, ignore_index=True)
    return frame.assign(grade=frame["publisher"].map(GRADES))
