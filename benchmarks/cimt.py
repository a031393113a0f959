"""Trade at full product detail: speed and memory of taking it in, and each question as a ratio to one unsorted file.

`python -m benchmarks.cimt` makes 100 m rows (about twenty minutes and 8 GB in the folder for temporary files, removed
at the end); `--rows 2000000 --sample 200000` is a quick look, `--folder` puts the files elsewhere.
"""

import argparse
import multiprocessing
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import cimt_rows
from data.connection import connect
from data.sources import cimt_lines, cimt_sums

QUERIES = Path(__file__).with_name("cimt_queries")
ASKED: dict[str, dict[str, Any]] = {
    "monthly_series": {"country": "MX"},
    "top_products": {"country": "MX", "year": 2024},
    "sector_by_month": {"chapters": ["86", "87", "88", "89"], "year": 2024},
    "partners_by_year": {},
}
REPEATS = 5
ALL_IMPORTS = 186_000_000
PARTITIONS = "flow=*/year=*/part.parquet"
GB = 1e9


def alone(step: Callable[..., Any], *arguments: Any) -> tuple[Any, float, float]:
    """What a step returns, its seconds and its peak memory in bytes, in a process of its own."""
    # Spawned from a parent that stays small: a child starts with its parent's peak.
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_watched, step, *arguments).result()


def _watched(step: Callable[..., Any], *arguments: Any) -> tuple[Any, float, float]:
    start = time.perf_counter()
    result = step(*arguments)
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    return result, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def ask(folder: str, files: dict[str, Path], loaded: bool) -> dict[str, tuple[float, list[Any]]]:
    """Median seconds and rows of every question in a folder of queries, over Parquet in place or loaded first."""
    answers = {}
    with connect() as connection:
        for name, path in files.items():
            made = "table" if loaded else "view"
            connection.execute(
                f"create {made} {name} as select * from read_parquet('{path}', hive_partitioning = {not loaded})"  # noqa: S608 - own paths
            )
        for name, bound in ASKED.items():
            sql = (QUERIES / folder / f"{name}.sql").read_text(encoding="utf-8")
            times = []
            for _ in range(REPEATS):
                start = time.perf_counter()
                rows = connection.execute(sql, bound).fetchall()
                times.append(time.perf_counter() - start)
            answers[name] = (statistics.median(times), rows)
    return answers


def size(*paths: Path) -> float:
    """Bytes of files, and of all files below folders."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*.parquet"))]
    return float(sum(file.stat().st_size for file in files))


def take_in(sample: int, folder: Path) -> None:
    """Two official archives through `ingest`, each way from zip to Parquet."""
    minutes = {}
    for kind in ("Imp", "Tot_Exp"):
        (path, rows), _, _ = alone(cimt_rows.archive, sample, kind, folder)
        parts, seconds, peak = alone(cimt_lines.ingest, [path], folder / "sample")
        minutes[kind] = ALL_IMPORTS / rows * seconds / 60
        print(
            f"ingest {kind:<8} {rows:>11,} rows {seconds:6.1f} s   {rows / seconds:9,.0f} rows/s"
            f"   peak {peak / GB:4.2f} GB   Parquet {size(*parts) / size(path):4.2f} × zip"
        )
    print(f"all years of imports ({ALL_IMPORTS:,} rows) would take {minutes['Imp']:.0f} min")


def lay_out(rows: int, folder: Path) -> tuple[Path, Path, list[Path]]:
    """The rows in one unsorted file, by flow and year, and rolled up."""
    one_file, _, _ = alone(cimt_rows.unsorted, rows, folder)
    lines = folder / "lines"
    files, seconds, _ = alone(cimt_rows.layout, one_file, lines)
    print(
        f"{rows:,} rows in {files} files {size(lines) / GB:5.2f} GB, unsorted {size(one_file) / GB:5.2f} GB:"
        f" {size(lines) / size(one_file):4.2f} × unsorted ({seconds:.0f} s to sort)"
    )
    sums, seconds, peak = alone(cimt_sums.roll_up, list(lines.rglob("part.parquet")), folder / "sums")
    named = ", ".join(f"{path.stem} {size(path) / GB * 1000:.1f} MB" for path in sums)
    print(f"rolled up in {seconds:.0f} s, peak {peak / GB:4.2f} GB: {named}")
    return one_file, lines, sums


def compare(one_file: Path, lines: Path, sums: list[Path]) -> None:
    """Each question over the layout and over the loaded roll-ups, as ratios to one unsorted file."""
    raw, _, _ = alone(ask, "lines", {"lines": one_file}, False)
    ours, _, _ = alone(ask, "lines", {"lines": lines / PARTITIONS}, False)
    rolled, _, _ = alone(ask, "sums", {path.stem: path for path in sums}, True)
    for name, (base, rows) in raw.items():
        if not rows == ours[name][1] == rolled[name][1]:
            raise SystemExit(f"{name}: the answers differ")
        print(
            f"{name:<17} unsorted {base:7.3f} s   by flow and year {ours[name][0]:7.3f} s {ours[name][0] / base:6.3f} ×"
            f"   rolled up {rolled[name][0]:7.4f} s {rolled[name][0] / base:6.4f} ×"
        )


def main(arguments: list[str] | None = None) -> None:
    """Take in, lay out and compare, in a folder that is gone afterwards."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, default=100_000_000)
    asked.add_argument("--sample", type=int, default=1_500_000, help="rows of each of two archives")
    asked.add_argument("--folder", type=Path, help="where the temporary files go")
    given = asked.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="cimt-", dir=given.folder) as temporary:
        take_in(given.sample, Path(temporary))
        compare(*lay_out(given.rows, Path(temporary)))


if __name__ == "__main__":
    main()
