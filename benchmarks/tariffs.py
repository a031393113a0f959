"""Time of one tariff answer, cold, as a ratio to reading the inputs of the engine once; run with `make bench`."""

import statistics
import time

import queries
from data import TABLES, catalog, lineage
from data.connection import connect

DATES = ["2025-03-12", "2025-09-18", "2025-10-14", "2026-02-20", "2026-08-19"]
PARTNERS = ["CAN", "MEX", "EUU", "CHN", "JPN"]


def reading() -> float:
    """Seconds to read every input of the engine once into memory."""
    start = time.perf_counter()
    with connect() as connection:
        for name in lineage.engine_needs():
            columns = ", ".join(catalog.table(name).columns)
            connection.execute(
                f"create table {name} as select {columns} from read_parquet(?)",  # noqa: S608 - catalog names
                [str(TABLES / f"{name}.parquet")],
            )
    return time.perf_counter() - start


def asking() -> list[float]:
    """Seconds of each partner and date, never asked before."""
    found = []
    for date in DATES:
        for partner in PARTNERS:
            start = time.perf_counter()
            queries.ask("tariff_rate", date=date, partner=[partner])
            found.append(time.perf_counter() - start)
    return found


if __name__ == "__main__":
    raw = statistics.median(reading() for _ in range(5))
    queries.ask("countries")
    times = asking()
    print(f"reading the inputs once          {raw:6.3f} s")
    for what, seconds in (("median", statistics.median(times)), ("slowest", max(times))):
        print(f"one partner and date, {what:<8}   {seconds:6.3f} s   {seconds / raw:5.2f} × reading the inputs")
