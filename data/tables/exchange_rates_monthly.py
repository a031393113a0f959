"""Exchange rates, monthly averages: the Federal Reserve's, then the Bank of Canada's for later months."""

import pandas as pd

from data import recipe

RATES = ["cad_per_usd", "mxn_per_usd", "mxn_per_cad"]
FED, BANK_OF_CANADA = "U.S. Federal Reserve", "Bank of Canada"


def averages(step: str) -> pd.DataFrame:
    """The Bank of Canada's daily rates averaged over every whole month (M) or year (Y); currency per currency."""
    days = recipe.refreshed("bank_of_canada").dropna(subset="value")
    days["span"] = pd.to_datetime(days["period"]).dt.to_period(step)
    whole = days[days["span"] < days["span"].max()]
    means = whole.pivot_table(index="span", columns="series", values="value", aggfunc="mean", observed=True)
    means = means.reindex(columns=["cad_per_usd", "cad_per_mxn"])
    published = pd.to_datetime(whole.groupby("span")["published_on"].max()).dt.strftime("%Y-%m-%d")
    return pd.DataFrame(
        {
            "span": means.index,
            "cad_per_usd": means["cad_per_usd"].to_numpy(),
            "mxn_per_usd": (means["cad_per_usd"] / means["cad_per_mxn"]).to_numpy(),
            "mxn_per_cad": (1 / means["cad_per_mxn"]).to_numpy(),
            "publisher": BANK_OF_CANADA,
            "source": "bank_of_canada",
            "vintage": published.reindex(means.index).to_numpy(),
        }
    )


def rows() -> pd.DataFrame:
    """Shape: one row per month; currency per currency."""
    source = "exchange_rates_monthly"
    cells = recipe.read(source)
    fed = pd.DataFrame(
        {
            "month": recipe.first_of_month(cells["month"].str[:4], cells["month"].str[5:]),
            **{rate: recipe.number(cells[rate]) for rate in RATES},
            "publisher": FED,
            "vintage": recipe.vintage(source),
            "source": source,
        }
    )
    bank = averages("M")
    bank = bank.assign(month=[span.start_time.date() for span in bank.pop("span")])
    later = bank[bank["month"] > fed["month"].max()]
    return pd.concat([fed, later], ignore_index=True) if len(later) else fed
