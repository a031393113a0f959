"""Customs beside the balance of payments."""

import queries
from pages.ledgers.choices import direction, own_currency
from ui import figure, numbers, words
from ui.charts import bars, palette
from ui.language import current, text
from ui.remember import remembered

COUNTS = ("customs_cad_m", "payments_cad_m")


def draw(currency: str) -> None:
    """Customs and balance of payments in the same months, in panels that never share an axis."""
    figure.draw(beside(direction(), currency))


@remembered
def beside(flow: str, currency: str) -> figure.Figure:
    """Customs above the balance of payments."""
    answer = queries.ask("customs_and_payments", flow=flow)
    frame = answer.frame
    last = frame.iloc[-1]
    plotted = frame.assign(month_name=[numbers.month(day) for day in frame["month"]])
    return figure.Figure(
        key="ledger-payments",
        finding=text(
            "ledgers.payments",
            month=numbers.at_start(numbers.month(last["month"])),
            customs=numbers.drawn(last["customs_cad_m"]),
            payments=numbers.drawn(last["payments_cad_m"]),
        ),
        subtitle=text("ledgers.payments.subtitle") + own_currency(currency, "cad"),
        panels=[
            (
                bars.ranked(column, "row", ",.0f", len(plotted), current()),
                plotted.assign(
                    row=plotted["month_name"],
                    label=[f"{words.heading(column, False)} · {name}" for name in plotted["month_name"]],
                    idea=palette.seller(flow) if column == COUNTS[0] else "other",
                )[["row", "label", "idea", column]],
            )
            for column in COUNTS
        ],
        parts=[words.heading(column, False) for column in COUNTS],
        answer=answer,
        columns=["month", "flow", "customs_cad_m", "payments_cad_m", "ratio", "released"],
    )
