"""Do new figures go on from those held? No year lost, no day of publication that runs back or ahead."""

from datetime import date, timedelta

import pandas as pd

from data.refresh.problems import SourceProblem


def no_year_lost(held: pd.DataFrame, fresh: pd.DataFrame) -> None:
    """Raise where a source that always answers with all its years lacks one of those it had."""
    before, after = (set(pd.to_datetime(frame["period"]).dt.year) for frame in (held, fresh))
    if lost := sorted(before - after):
        raise SourceProblem(f"The answer lacks the years {', '.join(map(str, lost))}, which were there before.")


def not_ahead(fresh: pd.DataFrame, today: date) -> None:
    """Raise where figures say they were published later than tomorrow: nothing could ever follow them."""
    newest = pd.to_datetime(fresh["published_on"]).max().date()
    if newest > today + timedelta(days=1):
        raise SourceProblem(f"The answer says it was published on {newest}, which is still to come.")


def not_older(held: pd.DataFrame, fresh: pd.DataFrame) -> None:
    """Raise where the figures of a series and year were published before those held: an old file came back."""
    days = pd.concat([_newest_days(held).rename("held"), _newest_days(fresh).rename("fresh")], axis=1, join="inner")
    older = days[days["fresh"] < days["held"]]
    if len(older):
        (series, year), (was, now) = older.index[0], older.iloc[0]
        published = f"as published on {now:%Y-%m-%d}, not {was:%Y-%m-%d}"
        raise SourceProblem(f"The answer is older than what is held: {series} of {year} {published}.")


def _newest_days(figures: pd.DataFrame) -> pd.Series:
    years = pd.to_datetime(figures["period"]).dt.year.rename("year")
    return pd.to_datetime(figures["published_on"]).groupby([figures["series"], years]).max()
