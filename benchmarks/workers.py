"""How many more answers several processes behind one nginx give than one: `make workers`, or WORKERS=4.

Readers who do not pause ask for popular states that have been asked for, first one process, then several, both behind
the same nginx; printed is the ratio of answers a second. nginx and the readers take their part of the same processors.
"""

import argparse
import asyncio
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import processes, serving
from benchmarks.mix import LANGUAGES, POPULAR
from benchmarks.reader import Reader, Wait
from benchmarks.waits import percentile

ROOT = Path(__file__).resolve().parents[1]
SEED = 14


@contextmanager
def behind_nginx(workers: int, port: int) -> Iterator[tuple[str, list[int]]]:
    """So many processes behind one nginx: their address and themselves."""
    command = ["docs/serving/serve.sh", str(workers), str(port)]
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for number in range(1, workers + 1):
            serving.wait(f"http://127.0.0.1:{port + 10 + number}/healthz")
        serving.wait(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}", processes.started_by(server.pid, "streamlit")
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(20)


async def one(address: str, pages: Sequence[str], until: float, waits: list[Wait]) -> None:
    """A reader who asks without a pause and comes anew after a while, perhaps to another process."""
    while time.perf_counter() < until:
        async with Reader(address, random.choice(LANGUAGES)) as reader:
            waits.append(await reader.open(page := random.choice(pages), ""))
            for _ in range(20):
                if time.perf_counter() >= until or not reader.is_connected:
                    break
                page = random.choice(pages)
                waits.append(await reader.ask(page, random.choice(POPULAR[page])))


async def answers(address: str, readers: int, seconds: float, pages: Sequence[str]) -> list[Wait]:
    """What so many of them were answered."""
    waits: list[Wait] = []
    until = time.perf_counter() + seconds
    await asyncio.gather(*(one(address, pages, until, waits) for _ in range(readers)))
    return waits


def measured(workers: int, asked: argparse.Namespace) -> float:
    """Answers a second of so many processes."""
    pages = list(POPULAR)
    with behind_nginx(workers, asked.port) as (address, pids):
        asyncio.run(answers(address, 4 * workers, asked.warm, pages))
        before, start = processes.processor_seconds(pids), time.perf_counter()
        waits = asyncio.run(answers(address, asked.readers, asked.seconds, pages))
        seconds, taken = time.perf_counter() - start, processes.processor_seconds(pids) - before
    times, errors = sorted(wait.seconds for wait in waits), sum(bool(wait.error) for wait in waits)
    print(
        f"{workers} process{'es' if workers > 1 else ''}: {len(waits) / seconds:.1f} answers a second, "
        f"{1000 * taken / len(waits):.0f} ms of processor each, {taken / seconds:.2f} cores, "
        f"p95 {percentile(times, 0.95):.3f} s, {errors} errors",
        flush=True,
    )
    return len(waits) / seconds


def main() -> None:
    """Measure one process, then several."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--readers", type=int, default=16)
    parser.add_argument("--seconds", type=float, default=30, help="for each")
    parser.add_argument("--warm", type=float, default=40, help="seconds of asking before measuring")
    parser.add_argument("--port", type=int, default=8650)
    asked = parser.parse_args()
    random.seed(SEED)
    alone = measured(1, asked)
    print(f"{asked.workers} processes give {measured(asked.workers, asked) / alone:.2f} × the answers of one")


if __name__ == "__main__":
    main()
