"""The rate over time, and what moved it."""

from datetime import date, timedelta

import pandas as pd

import queries
from data.frames import packed, records, unpacked
from pages.tariffs import choices, remarks
from pages.tariffs.choices import EVIDENCE_ENDS, MAIN, SHOWN, Choices, idea_of
from ui import figure, marks, numbers, page, words
from ui.charts import tariffs
from ui.language import count, current, text
from ui.remember import remembered

LINES = 4
START = "2025-01-01"
END = "2027-03-31"
TOP_STEPS = 8
# A step so much higher than where its line ends is named on the chart.
PEAK = 1.25
ROOM_FOR_ENDS = 0.1
DRAWN = [
    "partner", "partner_name", "date", "date_name", "effective_rate_pct", "moved", "peak", "end", "height", "is_day",
]  # fmt: skip


def draw(chosen: Choices) -> None:
    """The rate as steps since the eve of 2025, with what moved it for the country looked into."""
    partner = choices.focus()
    if not figure.draw(_history(chosen, partner)):
        return
    remarks.show(_assumed(chosen.of_any_day(), partner))
    page.points(text("tariffs.moves", country=words.country(partner)), _moves(chosen.of_any_day(), partner))


def _lines(chosen: Choices, partner: str) -> list[str]:
    """The countries drawn: the one looked into, Canada and Mexico, and what the reader chose."""
    others = () if list(chosen.countries) == SHOWN else chosen.countries
    return list(dict.fromkeys([partner, *MAIN, *others]))[:LINES]


def _asked(chosen: Choices, partner: str) -> queries.Answer:
    return queries.ask("tariff_history", partner=_lines(chosen, partner), **chosen.goods())


def _steps(chosen: Choices, partner: str) -> pd.DataFrame:
    return queries.ask("tariff_steps", partner=partner, top=TOP_STEPS, **chosen.goods()).frame


@remembered
def _history(chosen: Choices, partner: str) -> figure.Figure | str:
    shown = _lines(chosen, partner)
    answer = _asked(chosen, partner)
    frame = answer.frame
    if frame.empty:
        return text("tariffs.answer.none")
    last_day = max(END, chosen.scenario.date)
    own = frame[frame["partner"] == partner]
    on_day = own[own["valid_from"] <= pd.Timestamp(max(chosen.scenario.date, START))].iloc[-1]
    marked = marks.by_day("tariffs", pd.Timestamp(START), pd.Timestamp(last_day), step="day")
    return figure.Figure(
        key="tariff-history",
        finding=text(
            "tariffs.time",
            country=words.country(partner),
            first=numbers.percent(own.iloc[0]["effective_rate_pct"], 1),
            rate=numbers.percent(on_day["effective_rate_pct"], 1),
            day=chosen.day(),
        ),
        subtitle=_subtitle(chosen),
        panels=[
            (
                tariffs.steps(
                    tuple((code, idea_of(code), words.country(code)) for code in shown),
                    (START, _with_room(last_day)),
                    round(float(frame["effective_rate_pct"].max()), 3),
                    (words.heading("valid_from"), words.heading("partner"), words.heading("effective_rate_pct")),
                    "%",
                    current(),
                    marked.marks,
                ),
                _with_day(unpacked(_lines_to(last_day, chosen.of_any_day(), partner)), chosen.scenario.date),
            )
        ],
        answer=answer,
        columns=[
            "partner", "valid_from", "valid_to", "days", "effective_rate_pct", "base_rate_pct", "duty_usd_m",
            "imports_usd_m",
        ],
        beside=marked.answers,
    )  # fmt: skip


def _subtitle(chosen: Choices) -> str:
    said = text("tariffs.time.subtitle", end=numbers.day(date.fromisoformat(EVIDENCE_ENDS)))
    law = "" if chosen.scenario.is_law() else text("tariffs.time.law")
    return figure.noted(said, law, remarks.only(chosen))


def _with_room(last: str) -> str:
    """The end of the time axis: beyond the last day there is room for the numbers at the line ends."""
    whole = date.fromisoformat(last) - date.fromisoformat(START)
    return str(date.fromisoformat(last) + timedelta(days=round(whole.days * ROOM_FOR_ENDS)))


@remembered
def _lines_to(last_day: str, chosen: Choices, partner: str) -> bytes:
    """The steps up to the last day, each line with its end on it, packed; words at peaks and ends."""
    frame, steps = _asked(chosen, partner).frame, _steps(chosen, partner)
    frame = frame[frame["valid_from"] <= pd.Timestamp(last_day)]
    greatest = float(frame["effective_rate_pct"].max())
    ends = frame.groupby("partner", sort=False).tail(1)
    closing = ends.assign(
        date=pd.Timestamp(last_day),
        end=[numbers.percent(rate, 1) for rate in ends["effective_rate_pct"]],
        height=tariffs.apart(ends["effective_rate_pct"].tolist(), greatest),
        peak="",
        moved="",
    )
    peaks = _peaks(frame, ends)
    heights = dict(zip(peaks.index, tariffs.apart(peaks["effective_rate_pct"].tolist(), greatest), strict=True))
    moved = steps.set_index("valid_from")["programmes"] if len(steps) else pd.Series(dtype=str)
    opening = frame.assign(
        date=frame["valid_from"],
        end="",
        height=[heights.get(place, 0.0) for place in frame.index],
        peak=[_peak(frame.loc[place]) if place in heights else "" for place in frame.index],
        moved=[
            _programmes(moved.get(row.valid_from, "")) if row.partner == partner else "" for row in frame.itertuples()
        ],
    )
    plotted = words.named(pd.concat([opening, closing], ignore_index=True), "partner")
    plotted = plotted.assign(date_name=[numbers.day(day) for day in plotted["date"]], is_day=False)
    return packed(plotted[DRAWN])


def _with_day(lines: pd.DataFrame, day: str) -> pd.DataFrame:
    """The lines, and the day chosen as a row of its own."""
    chosen = {"partner": "", "date": pd.Timestamp(day), "date_name": numbers.day(pd.Timestamp(day)), "is_day": True}
    lines.loc[len(lines)] = lines.iloc[0].to_dict() | chosen
    return lines


def _peaks(frame: pd.DataFrame, ends: pd.DataFrame) -> pd.DataFrame:
    """The highest step of each line that ends far below it."""
    last = ends.set_index("partner")["effective_rate_pct"]
    highest = frame.loc[frame.groupby("partner")["effective_rate_pct"].idxmax()]
    return highest[highest["effective_rate_pct"] > PEAK * highest["partner"].map(last)]


def _peak(row: pd.Series) -> str:
    return text(
        "tariffs.time.peak",
        country=words.country(row["partner"]),
        rate=numbers.percent(row["effective_rate_pct"], 1),
        day=numbers.day(row["valid_from"]),
    )


def _programmes(codes: str) -> str:
    return words.value_of("programmes", codes) if codes else ""


@remembered
def _moves(chosen: Choices, partner: str) -> tuple[str, ...]:
    """The largest steps in the order of their days."""
    return tuple(
        count(
            "tariffs.move",
            numbers.plural_of(row["change_pp"], 2),
            day=numbers.day(row["valid_from"]),
            change=f"{'+' if row['change_pp'] > 0 else ''}{numbers.decimal(row['change_pp'], 2)}",
            programmes=_programmes(row["programmes"]),
        )
        for row in records(_steps(chosen, partner).sort_values("valid_from"))
    )


@remembered
def _assumed(chosen: Choices, partner: str) -> str:
    """From when on a line holds the assumption on medicines, and how much of each rate it is at its end."""
    shown = _lines(chosen, partner)
    found = queries.ask("tariff_ranking", date=END, partner=shown, **chosen.goods()).frame.drop_duplicates("partner")
    parts = [
        text("label.value", label=words.country(code), value=numbers.decimal(share, 1))
        for code, share in zip(found["partner"], found["country_assumed_pct"], strict=True)
        if share >= remarks.LEAST_SAID
    ]
    return text("tariffs.time.assumed", parts="; ".join(parts)) if parts else ""
