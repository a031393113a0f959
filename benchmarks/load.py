"""Real sessions over the websocket: how long readers wait when there are many of them; run with `make load`.

Each reader opens a page, clicks every few seconds (another state of the page, sometimes another page), leaves after a
few clicks, and the next one comes. Most states are popular, every fifth was never asked. Only a server of its own on
this machine is asked, or one given by `--address`.
"""

import argparse
import asyncio
import random
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks import processes
from benchmarks.mix import LANGUAGES, POPULAR, SPANS, never_asked, state_of
from benchmarks.reader import Reader, Wait
from benchmarks.serving import served
from benchmarks.waits import Load, lines

ROOT = Path(__file__).resolve().parents[1]
CLICKS = 8
SEED = 14
OTHER_PAGE = 0.25


async def alone(address: str, pid: Sequence[int], pages: Sequence[str], reruns: int) -> None:
    """Print what a rerun of each page takes the processor when nobody else is there: popular states, then others.

    What the first asking of a popular state takes is not counted, what is never asked twice is.
    """
    print(f"{'page':<14}{'again':>10}{'first':>10}   ms of processor a rerun")
    for page in pages:
        taken = []
        async with Reader(address, "en") as reader:
            await reader.open(page, "")
            for state in POPULAR[page]:
                await reader.ask(page, state)
            again = [POPULAR[page][n % len(POPULAR[page])] for n in range(reruns)]
            for states in (again, [never_asked(page) for _ in range(reruns)] if page in {*SPANS, "tariffs"} else []):
                before = processes.processor_seconds(pid)
                for state in states:
                    await reader.ask(page, state)
                taken.append(1000 * (processes.processor_seconds(pid) - before) / max(len(states), 1))
        print(f"/{page:<13}{taken[0]:>10.0f}{taken[1] or float('nan'):>10.0f}", flush=True)


async def one_place(address: str, pages: Sequence[str], pause: float, until: float, waits: list[Wait]) -> None:
    """Readers one after the other, until the time is over."""
    await asyncio.sleep(random.uniform(0, pause))
    while time.perf_counter() < until:
        page = random.choice(pages)
        async with Reader(address, random.choice(LANGUAGES)) as reader:
            waits.append(await reader.open(page, state_of(page)))
            for _ in range(CLICKS):
                await asyncio.sleep(pause * random.uniform(0.7, 1.3))
                if time.perf_counter() >= until or not reader.is_connected:
                    break
                page = random.choice(pages) if random.random() < OTHER_PAGE else page
                waits.append(await reader.ask(page, state_of(page)))


async def crowd(
    address: str, pid: Sequence[int], readers: int, seconds: float, pause: float, pages: Sequence[str]
) -> Load:
    """So many readers at once for so many seconds."""
    load = Load(readers)
    start, before = time.perf_counter(), processes.processor_seconds(pid)
    places = [
        asyncio.create_task(one_place(address, pages, pause, start + seconds, load.waits)) for _ in range(readers)
    ]
    while not all(place.done() for place in places):
        load.memory.append(processes.megabytes(pid))
        await asyncio.sleep(1)
    await asyncio.gather(*places)
    load.processor, load.seconds = processes.processor_seconds(pid) - before, time.perf_counter() - start
    return load


async def measure(address: str, pid: Sequence[int], asked: argparse.Namespace) -> None:
    """One table for each number of readers."""
    pages = [page.strip("/") for page in asked.pages] or list(POPULAR)
    print(f"at rest: {processes.megabytes(pid):.0f} MB")
    if asked.alone:
        await alone(address, pid, pages, asked.alone)
        return
    await crowd(address, pid, 1, asked.warm, 0.01, pages)
    for readers in asked.readers:
        load = await crowd(address, pid, readers, asked.seconds, asked.pause, pages)
        for line in lines(load):
            print(line, flush=True)
    if asked.after:
        await asyncio.sleep(asked.after)
        print(f"\n{asked.after:.0f} s after all have left: {processes.megabytes(pid):.0f} MB")


async def sitting(address: str, pid: Sequence[int], readers: int, pages: Sequence[str]) -> float:
    """Megabytes for each of so many readers who open a page that has been asked for, and stay."""
    async with Reader(address, "en") as first:
        for page in pages:
            await first.open(page, "") if not first.is_connected else await first.ask(page, "")
        before, seated = processes.megabytes(pid), [Reader(address, "en") for _ in range(readers)]
        for number, reader in enumerate(seated):
            await reader.open(pages[number % len(pages)], "")
        taken = processes.megabytes(pid) - before
        for reader in seated:
            await reader.leave()
    return taken / readers


def memory(script: Path, readers: int, pages: Sequence[str]) -> float:
    """What a reader takes of a fresh server of this script."""
    with served(script) as server:
        return asyncio.run(sitting(server.address, [server.pid], readers, pages))


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readers", type=int, nargs="+", default=[1, 10, 30, 100])
    parser.add_argument("--seconds", type=float, default=40, help="for each number of readers")
    parser.add_argument("--pause", type=float, default=5, help="seconds between clicks")
    parser.add_argument("--pages", nargs="*", default=[], help="only these pages, / for the front page")
    parser.add_argument("--alone", type=int, default=0, help="one reader, so many reruns of each page")
    parser.add_argument("--warm", type=float, default=20, help="seconds in which one reader asks before measuring")
    parser.add_argument("--after", type=float, default=70, help="seconds after which memory is read again")
    parser.add_argument("--seats", type=int, default=40, help="readers who open a page and stay, for the memory of one")
    parser.add_argument("--script", type=Path, default=ROOT / "app.py", help="what is served")
    parser.add_argument("--address", help="a server that runs on this machine")
    parser.add_argument("--pid", type=int, nargs="+", default=[], help="the processes of that server")
    return parser.parse_args()


def main() -> None:
    """Measure a server of its own, or the one given."""
    asked = arguments()
    random.seed(SEED)
    if asked.address:
        if urlsplit(asked.address).hostname not in ("127.0.0.1", "localhost"):
            raise SystemExit("Only a server on this machine is asked.")
        asyncio.run(measure(asked.address, asked.pid, asked))
        return
    with served(asked.script) as server:
        asyncio.run(measure(server.address, [server.pid], asked))
    if not asked.alone:
        ours = memory(asked.script, asked.seats, list(POPULAR))
        empty = memory(ROOT / "benchmarks" / "empty.py", asked.seats, [""])
        print(f"{asked.seats} readers who sit: {ours:.2f} MB each, {empty:.2f} MB each of an empty script")


if __name__ == "__main__":
    main()
