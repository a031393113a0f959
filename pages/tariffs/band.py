"""Our rate among those that others publish."""

import pandas as pd

import queries
from pages.tariffs import choices, remarks
from pages.tariffs.choices import MAIN, Choices, idea_of
from ui import figure, numbers, words
from ui.charts import bars
from ui.language import current, text
from ui.remember import remembered


def draw(chosen: Choices) -> None:
    """Our rate among those that others publish for the same country and date."""
    figure.draw(_estimates(chosen, choices.focus()))


@remembered
def _estimates(chosen: Choices, partner: str) -> figure.Figure:
    shown = list(dict.fromkeys([partner, *MAIN]))
    answer = queries.ask("tariff_band", date=chosen.scenario.date, partner=shown)
    frame = answer.frame
    own = frame[frame["partner"] == partner]
    plotted = frame.assign(
        row=frame["partner"] + frame["estimate"],
        label=[
            text("tariffs.coverage.bar", country=words.country(code), what=words.code("estimate", estimate))
            for code, estimate in zip(frame["partner"], frame["estimate"], strict=True)
        ],
        idea=[
            idea_of(code) if estimate == "ours" else "other"
            for code, estimate in zip(frame["partner"], frame["estimate"], strict=True)
        ],
    )
    return figure.Figure(
        key="tariff-band",
        finding=_finding(own["effective_rate_pct"], partner),
        subtitle=_subtitle(chosen),
        panels=[
            (
                bars.ranked("effective_rate_pct", "row", ",.1f", len(plotted), current()),
                plotted[["row", "label", "idea", "effective_rate_pct"]],
            )
        ],
        answer=answer,
        columns=["partner", "estimate", "effective_rate_pct", "valid_from", "built_on"],
    )


def _finding(rates: pd.Series, partner: str) -> str:
    country = words.country(partner)
    if len(rates) == 1:
        return text("tariffs.band.alone", country=country, rate=numbers.percent(rates.iloc[0], 1))
    low, high = numbers.percent(rates.min(), 1), numbers.percent(rates.max(), 1)
    return text("tariffs.band", country=country, low=low, high=high, n=len(rates))


def _subtitle(chosen: Choices) -> str:
    law = "" if chosen.scenario.is_law() else text("tariffs.time.law")
    return remarks.unfiltered(figure.noted(text("tariffs.band.subtitle"), law), chosen.is_filtered())
