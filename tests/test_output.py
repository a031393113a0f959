"""Nothing but the answer goes to standard output, and who reads only its beginning is not told of an error."""

import ast
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import queries
from data import health
from data.__main__ import main
from extracts.command_line import main as asked
from queries import database

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("data", "queries", "extracts", "ui", "pages", "benchmarks")
SETTING = "select current_setting('enable_progress_bar')"


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, **options
    )


def opened_with_duckdb_itself(path):
    """Lines that open a connection, or use the one that DuckDB opens by itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            module = node.func.value
            runs = node.func.attr.islower() and node.func.attr != "extract_statements"
            if isinstance(module, ast.Name) and module.id == "duckdb" and runs:
                yield f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_connection_is_opened_in_one_place():
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    assert len(files) > 100
    found = [line for path in files for line in opened_with_duckdb_itself(path)]
    assert [line.partition(":")[0] for line in found] == ["data/connection.py"]


@pytest.mark.parametrize(("module", "draws"), [("data.connection", "False"), ("duckdb", "True")])
def test_no_progress_bar_is_drawn(module, draws):
    ended = run("-c", f'import {module}; print({module}.connect().execute("{SETTING}").fetchone()[0])')
    assert ended.stdout.strip() == draws, ended.stderr


@pytest.mark.parametrize(
    "arguments", [["queries"], ["queries", "events", "--format", "csv"], ["queries.claims"], ["data", "sources"]]
)
def test_a_reader_who_leaves_early_is_no_error(arguments):
    """Like `| head -1`: with nothing buffered every line meets the closed pipe, whatever the machine's speed."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    process.stdout.close()
    with process.stderr as said:
        assert said.read() == ""
    assert process.wait() == 0


def test_check_fails_though_nobody_reads_it(monkeypatch):
    monkeypatch.setattr(health, "wrong", lambda: ["a table is missing"])
    monkeypatch.setattr(sys, "stdout", Closed())
    assert main(["check"]) == 1


class Closed:
    def write(self, *_):
        raise BrokenPipeError

    flush = write

    def fileno(self):
        return os.open(os.devnull, os.O_WRONLY)


def test_help_names_every_parameter_and_an_example_that_works(capsys):
    for name in queries.names():
        query = queries.describe(name)
        assert asked([name, "--help"]) == 0, name
        printed = capsys.readouterr().out
        assert printed.startswith(query.question), name
        for key in query.params:
            assert f"\n  {key}=" in printed, name
        _, _, *given = shlex.split(printed.rpartition("example: python -m")[2])
        parsed = queries.parse(query, [tuple(pair.split("=", 1)) for pair in given])
        assert parsed == {key: query.example[key] for key in parsed}, name
        assert set(parsed) == set(query.example), name


def test_help_says_which_values_may_be_given(capsys):
    assert asked(["tariff_rate", "-h"]) == 0
    printed = capsys.readouterr().out
    assert "cusma=kept\n      a text, one of: kept, lapsed" in printed
    assert "content=0.4\n      a number from 0 to 1" in printed
    assert "or keys of the table sectors (python -m queries sectors)" in printed
    assert "authority=all\n      codes separated by commas, of: mfn, s232" in printed
    assert "a day such as 2026-08-24" in printed
    assert "MEASURE:percent" in printed
    assert asked(["latest_events", "--help"]) == 0
    assert "top=5\n      a whole number from 1 to 100000" in capsys.readouterr().out


def test_help_without_a_name_is_about_the_command(capsys):
    assert asked(["--help"]) == 0
    assert "python -m queries" in capsys.readouterr().out
    assert asked(["nothing", "--help"]) == 2


def test_an_answer_has_the_same_last_digit_every_time():
    query = queries.describe("tariff_exposure")
    tables = database.opened()
    found = {tables.fetch(query.name, query.sql, query.params).to_csv() for _ in range(4)}
    assert len(found) == 1
