"""The sectors of one country: trade, rate and duty."""

import queries
from data.frames import records
from pages.tariffs import choices, remarks
from pages.tariffs.choices import Choices, idea_of
from ui import figure, numbers, page, words
from ui.charts import tariffs
from ui.language import current, text
from ui.remember import remembered


def draw(chosen: Choices) -> None:
    """Sectors of one country side by side: width is trade, height the rate, area the duty."""
    partner = choices.focus()
    if not figure.draw(_areas(chosen, partner)):
        return
    remarks.show(remarks.medicines(chosen, (partner,)))
    page.points(text("tariffs.sectors.list"), _sentences(chosen, partner), numbered=True)
    remarks.show(_concentration(chosen, partner))


def _asked(chosen: Choices, partner: str) -> queries.Answer:
    return queries.ask("tariff_by_sector", partner=[partner], **chosen.params())


@remembered
def _areas(chosen: Choices, partner: str) -> figure.Figure | str:
    answer = _asked(chosen, partner)
    frame = words.named(answer.frame, "sector")
    if frame.empty:
        return text("tariffs.answer.none")
    plotted = frame.assign(written=[str(place + 1) for place in range(len(frame))])
    first = frame.sort_values("duty_usd_m").iloc[-1]
    headings = ("sector", "imports_usd_m", "effective_rate_pct", "duty_usd_m")
    return figure.Figure(
        key="tariff-sectors",
        finding=text(
            "tariffs.sectors",
            country=words.country(partner),
            sector=first["sector_name"],
            share=numbers.percent(first["duty_share_pct"]),
        ),
        subtitle=figure.noted(text("tariffs.sectors.subtitle", day=chosen.day()), remarks.only(chosen)),
        panels=[
            (
                tariffs.areas(
                    idea_of(partner),
                    (words.heading(headings[0]), *[words.heading(h) for h in headings[1:]]),  # type: ignore[arg-type]
                    (numbers.axis_unit("usd"), text("tariffs.axis")),
                    current(),
                ),
                plotted[[
                    "sector_name", "written", "imports_before_usd_m", "imports_to_usd_m", "imports_usd_m",
                    "effective_rate_pct", "duty_usd_m",
                ]],
            )
        ],
        answer=answer,
        columns=[
            "partner", "sector", "imports_usd_m", "effective_rate_pct", "base_rate_pct", "duty_usd_m",
            "duty_share_pct", "scenario",
        ],
    )  # fmt: skip


@remembered
def _sentences(chosen: Choices, partner: str) -> tuple[str, ...]:
    return tuple(
        text(
            "tariffs.sectors.line",
            sector=row["sector_name"],
            rate=numbers.percent(row["effective_rate_pct"], 1),
            imports=numbers.money(row["imports_usd_m"], "usd"),
            duty=numbers.money(row["duty_usd_m"], "usd"),
        )
        for row in records(words.named(_asked(chosen, partner).frame, "sector"))
    )


@remembered
def _concentration(chosen: Choices, partner: str) -> str:
    """How concentrated the new duty is over the chapters; of all goods and duties only."""
    if chosen.is_filtered():
        return ""
    found = queries.ask("tariff_concentration", **chosen.scenario.params(), partner=[partner]).frame
    if found.empty:
        return ""
    row = found.iloc[0]
    return text(
        "tariffs.concentration",
        hhi=numbers.decimal(row["hhi"]),
        chapter=words.chapter(row["top_chapter"]),
        code=row["top_chapter"],
        share=numbers.percent(row["top_share_pct"]),
    )
