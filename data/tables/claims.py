"""What press articles said, with the query and tolerance that decide whether it holds."""

import pandas as pd

from data import recipe


def rows() -> pd.DataFrame:
    """Shape: one row per claim; the verdict is not here, it is recomputed from the named query."""
    cells = recipe.read("claims")
    articles = recipe.read("claim_articles").set_index("article").loc[cells["article"]].reset_index(drop=True)
    value = recipe.number(cells["stated_value"].where(cells["kind"].isin(["value", "none"]), ""))
    return pd.DataFrame(
        {
            "claim": cells["claim"],
            "article": cells["article"],
            "article_date": articles["article_date"],
            "article_url": articles["article_url"],
            "topic": cells["topic"],
            "about_period": cells["period"],
            "claim_kind": cells["kind"],
            "stated_value": value,
            "stated_text": cells["stated_value"],
            "stated_unit": cells["stated_unit"],
            "official_series": cells["official_series"],
            "check_query": cells["query"],
            "check_params": cells["params"],
            "check_column": cells["column"],
            "shown_column": cells["shown_column"],
            "check_row": cells["row"],
            "check_scale": recipe.number(cells["scale"]),
            "tolerance": recipe.number(cells["tolerance"]),
            "concept_fits": recipe.flag(cells["concept_fits"]),
            "other_query": cells["other_query"],
            "other_params": cells["other_params"],
            "other_column": cells["other_column"],
            "other_scale": recipe.number(cells["other_scale"]),
            "other_unit": cells["other_unit"],
            "other_tolerance": recipe.number(cells["other_tolerance"]),
            "unit_stated": recipe.flag(cells["unit_stated"]),
            "waits_for": cells["waits_for"],
            "page": cells["page"],
            "page_params": cells["page_params"],
        }
    )
