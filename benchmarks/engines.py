"""Product detail asked of DuckDB and of a cluster: each question's seconds, and the cluster's as a ratio to DuckDB's.

`python -m benchmarks.engines` makes 5 m rows of CIMT shape; `--rows 100000000` the full size (some twenty minutes and
8 GB in the folder for temporary files, removed at the end). The cluster is a Sail server of this machine, in a process
of its own, unless `--cluster sc://host:port` names another; that one must see `--folder` under the same path.
"""

import argparse
import math
import multiprocessing
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks import cimt, cimt_rows

# Told, because not every engine takes the year in the name of a folder for a number.
SCHEMA = (
    "month date, hs_code string, country string, province string, state string, value_cad bigint, quantity double,"
    " unit string, flow string, year int"
)
SPAWN = multiprocessing.get_context("spawn")


def serve(told: Connection) -> None:
    """A Sail server, until whoever began it closes the pipe."""
    from pysail.spark import SparkConnectServer

    server = SparkConnectServer("127.0.0.1", 0)
    server.start(background=True)
    told.send("sc://{}:{}".format(*server.listening_address))
    told.poll(None)
    server.stop()


@contextmanager
def sail() -> Iterator[str]:
    """The address of a Sail server in a process of its own."""
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=serve, args=(theirs,), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.close()
        process.terminate()
        process.join()


def ask_cluster(address: str, lines: str) -> dict[str, tuple[float, list[Any]]]:
    """Median seconds and rows of every question, the files read where they lie: in a folder or in object storage."""
    from pyspark.sql.connect.session import SparkSession

    from queries import spark_sql

    spark = SparkSession.builder.remote(address).create()
    spark.read.schema(SCHEMA).parquet(lines).createOrReplaceTempView("lines")
    answers = {}
    for name, bound in cimt.ASKED.items():
        sql, values = spark_sql.bound((cimt.QUERIES / "lines" / f"{name}.sql").read_text(encoding="utf-8"), bound)
        times = []
        for _ in range(cimt.REPEATS):
            start = time.perf_counter()
            rows = spark.sql(sql, args=values).toArrow().to_pylist()
            times.append(time.perf_counter() - start)
        answers[name] = (statistics.median(times), [tuple(row.values()) for row in rows])
    spark.stop()
    return answers


def compare(lines: Path, address: str) -> None:
    """Both engines over the same files by flow and year, each in a process of its own. Stops where answers differ."""
    here, _, _ = cimt.alone(cimt.ask, "lines", {"lines": lines / cimt.PARTITIONS}, False)
    there, _, _ = cimt.alone(ask_cluster, address, lines.as_uri())
    for name, (base, rows) in here.items():
        seconds, others = there[name]
        if rows != others:
            raise SystemExit(f"{name}: the answers differ")
        print(
            f"{name:<17} DuckDB {base:7.3f} s   cluster {seconds:7.3f} s   {seconds / base:6.2f} × DuckDB", flush=True
        )
    ratios = [there[name][0] / here[name][0] for name in here]
    print(f"{'all':<17} {math.prod(ratios) ** (1 / len(ratios)):6.2f} × DuckDB (geometric mean)")


def lay_out(rows: int, folder: Path) -> Path:
    """Made-up rows as a refresh lays them out: one file by flow and year."""
    one_file, _, _ = cimt.alone(cimt_rows.unsorted, rows, folder)
    files, _, _ = cimt.alone(cimt_rows.layout, one_file, folder / "lines")
    one_file.unlink()
    print(f"{rows:,} rows in {files} files, {cimt.size(folder / 'lines') / cimt.GB:.2f} GB", flush=True)
    return folder / "lines"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, nargs="+", default=[5_000_000], help="one size or several")
    asked.add_argument("--cluster", help="sc://host:port; without it a Sail server is started")
    asked.add_argument("--folder", type=Path, help="where the temporary files go")
    given = asked.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    for size in given.rows:
        with tempfile.TemporaryDirectory(prefix="engines-", dir=given.folder) as temporary:
            laid_out = lay_out(size, Path(temporary))
            if given.cluster:
                compare(laid_out, given.cluster)
            else:
                with sail() as local:
                    compare(laid_out, local)
