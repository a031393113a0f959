"""A site that runs: what it counts for a monitor, what it writes into its log, and how it ends."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from benchmarks.reader import Reader
from tests.browser.conftest import free_port, wait_for
from tests.browser.waiting import PATIENCE_MS
from tests.threads import run

ROOT = Path(__file__).resolve().parents[1]
PANELS = json.loads((ROOT / "docs/serving/metrics.json").read_text(encoding="utf-8"))["panels"]
# As the first process of a container, which a signal does not end by itself.
FIRST = ["sh", "-c", 'trap "" TERM; exec "$@"', "sh"]
# How many processes answer is counted by who asks them.
NOT_OURS = {"up"}


@pytest.fixture
def running(tmp_path):
    """A site in a process of its own, its address, and the file of its log."""
    port, log = free_port(), tmp_path / "log"
    command = [*FIRST, sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    told = {**os.environ, "DASHBOARD_METRICS": "true", "DASHBOARD_LOG": "json"}
    with log.open("w") as written:
        process = subprocess.Popen(command, cwd=tmp_path, env=told, stdout=subprocess.DEVNULL, stderr=written)
    address = f"http://localhost:{port}"
    try:
        wait_for(f"{address}/healthz", process)
        yield process, address, log
    finally:
        process.kill()
        process.wait(10)


def read(address):
    with urllib.request.urlopen(address, timeout=PATIENCE_MS / 1000) as answer:
        return answer.read()


def test_it_is_counted_and_logged_and_ends_when_what_is_being_made_is_sent(running):
    process, address, log = running
    got = {}

    async def a_reader_is_there_when_it_ends():
        async with Reader(address, "fr") as reader:
            assert not (await reader.open("agenda", "lang=fr")).error
            got["counted"] = (await asyncio.to_thread(read, f"{address}/_stcore/metrics")).decode()
            lines = len(log.read_text().splitlines())
            making = threading.Thread(target=lambda: got.update(note=read(f"{address}/briefing.docx?lang=fr")))
            making.start()
            while len(log.read_text().splitlines()) == lines:
                await asyncio.sleep(0.01)
            process.send_signal(signal.SIGTERM)
            await asyncio.to_thread(process.wait, PATIENCE_MS / 1000)
            making.join()

    run(a_reader_is_there_when_it_ends)
    assert process.returncode == 0
    assert got["note"].startswith(b"PK"), "what was being made is sent whole"

    assert "\nactive_sessions 1\n" in got["counted"]
    drawn = {name for panel in PANELS for one in panel["targets"] for name in re.findall(r"(\w+)\{job=", one["expr"])}
    assert len(drawn) > 3
    assert [name for name in drawn - NOT_OURS if f"\n{name}" not in got["counted"]] == []

    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["level"] == "info"
    (page,) = [line for line in lines if line.get("page") == "agenda"]
    (note,) = [line for line in lines if line.get("path") == "/briefing.docx"]
    assert page["ms"] > 0
    assert (note["status"], note["method"]) == (200, "GET")
    assert page["request"] in {line["request"] for line in lines if "query" in line}, (
        "a query bears the name of its page"
    )
