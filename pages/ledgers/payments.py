"""Customs beside the balance of payments."""

import queries
from pages.ledgers.choices import direction
from ui import figure, numbers, words
from ui.charts import bars
from ui.language import current, text

PAYMENTS_PANELS = {"customs_cad_m": "MEX", "payments_cad_m": "other"}


def draw() -> None:
    """Customs and balance of payments in the same months, in panels that never share an axis."""
    flow = direction()
    answer = queries.ask("customs_and_payments", flow=flow)
    frame = answer.frame
    last = frame.iloc[-1]
    plotted = frame.assign(month_name=[numbers.month(day) for day in frame["month"]])
    figure.draw(
        key="ledger-payments",
        finding=text(
            "ledgers.payments",
            month=numbers.at_start(numbers.month(last["month"])),
            customs=numbers.money(last["customs_cad_m"]),
            payments=numbers.money(last["payments_cad_m"]),
        ),
        subtitle=text("ledgers.payments.subtitle"),
        panels=[
            (
                bars.ranked(column, "row", ",.0f", len(plotted), current()),
                plotted.assign(
                    row=plotted["month_name"],
                    label=[f"{words.heading(column, False)} · {name}" for name in plotted["month_name"]],
                    idea=idea,
                )[["row", "label", "idea", column]],
            )
            for column, idea in PAYMENTS_PANELS.items()
        ],
        answer=answer,
        columns=["month", "flow", "customs_cad_m", "payments_cad_m", "ratio", "released"],
    )
