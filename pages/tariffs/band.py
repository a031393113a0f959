"""Our rate among those that others publish."""

import queries
from pages.tariffs.choices import MAIN, Scenario, idea_of
from ui import figure, numbers, words
from ui.charts import bars
from ui.language import current, text


def draw(scenario: Scenario, partner: str, is_filtered: bool) -> None:
    """Our rate among those that others publish for the same country and date."""
    shown = list(dict.fromkeys([partner, *MAIN]))
    params = {**scenario.params(), "partner": shown}
    answer = queries.ask("tariff_band", **params)
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
    figure.draw(
        key="tariff-band",
        finding=text(
            "tariffs.band",
            country=words.country(partner),
            low=numbers.percent(own["effective_rate_pct"].min(), 1),
            high=numbers.percent(own["effective_rate_pct"].max(), 1),
            n=len(own),
        ),
        subtitle=text("tariffs.band.subtitle") + (" " + text("tariffs.unfiltered") if is_filtered else ""),
        panels=[
            (
                bars.ranked("effective_rate_pct", "row", ",.1f", len(plotted), current()),
                plotted[["row", "label", "idea", "effective_rate_pct"]],
            )
        ],
        answer=answer,
        columns=["partner", "estimate", "effective_rate_pct", "valid_from"],
    )
