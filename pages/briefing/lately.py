"""What changed lately: the latest twelve months of trade, the rates of today and of a year ago, strains and repairs."""

from datetime import date

import queries
from extracts.notes import Line
from pages.briefing.papers import Papers
from pages.tariffs.choices import MAIN
from ui import numbers
from ui.language import count, text


def trade(today: str, papers: Papers) -> Line | None:
    """Goods of the latest twelve months beside the twelve before."""
    answer = queries.ask("trade_latest_twelve_months")
    row = answer.frame.iloc[0]
    if numbers.missing(row["imports_change_pct"]):
        return None
    said = text(
        "briefing.lately.trade",
        months=numbers.months(row["first_month"], row["last_month"]),
        imports=numbers.money(row["imports_cad_m"]),
        exports=numbers.money(row["exports_cad_m"]),
        imports_change=numbers.change(row["imports_change_pct"]),
        exports_change=numbers.change(row["exports_change_pct"]),
    )
    return Line(said, papers.of(answer))


def rates(today: str, papers: Papers) -> Line:
    """What Washington charges on the goods of both today, and charged a year ago."""
    day = date.fromisoformat(today)
    # The 29th of February has no anniversary; the day before it stands in.
    before = day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
    asked = [queries.ask("tariff_rate", date=str(when), partner=MAIN) for when in (before, day)]
    old, new = (answer.frame.set_index("partner")["effective_rate_pct"] for answer in asked)
    said = text(
        "briefing.lately.rates",
        before=numbers.day(before),
        canada_before=numbers.percent(old["CAN"], 1),
        canada=numbers.percent(new["CAN"], 1),
        mexico_before=numbers.percent(old["MEX"], 1),
        mexico=numbers.percent(new["MEX"], 1),
    )
    return Line(said, papers.of(*asked))


def acts(today: str, papers: Papers) -> Line | None:
    """Strains and repairs between the two countries in the latest twelve months and the twelve before."""
    answer = queries.ask("recent_acts", date=today)
    if answer.frame.empty:
        return None
    counted = answer.frame.set_index(["period", "effect"])["acts"]
    said = text(
        "briefing.lately.acts",
        day=numbers.day(answer.frame["last_date"].iloc[0]),
        strains=_counted("strain", counted["latest", "strain"]),
        repairs=_counted("repair", counted["latest", "repair"]),
        strains_before=numbers.decimal(counted["before", "strain"]),
        repairs_before=numbers.decimal(counted["before", "repair"]),
    )
    return Line(said, papers.of(answer))


def _counted(effect: str, n: int) -> str:
    return count(f"timeline.{effect}s", int(n), n=numbers.decimal(n))


# By the topic they belong to.
LINES = {"imbalance": trade, "tariffs": rates, "events": acts}
