"""What each programme would charge on each sector of Canada and Mexico if CUSMA had lapsed, while no rule changes."""

import pandas as pd

from data.tables import tariff_history


def rows() -> pd.DataFrame:
    """Shape: as tariff_history, for the partners that claim CUSMA; US$ m on 2024 trade.

    Raises tariff_rule_checks.BrokenRules, naming every rule that cannot stand, before anything is computed.
    """
    return tariff_history.charged("lapsed", "cusma_claims")
