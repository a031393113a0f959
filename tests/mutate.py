"""`python -m tests.mutate [name…] [--sample N]` breaks a copy of the tree in one place at a time: does a test notice?

The faults stand in mutations.toml, each with the tests that must fail. A survivor is a fault that none of them notices.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import tomllib
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAULTS = tomllib.loads((ROOT / "tests" / "mutations.toml").read_text(encoding="utf-8"))
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "refreshed", "shots")
# Tests run in forks of a process that has loaded what all of them need, so that a fault takes seconds less.
FORKS = multiprocessing.get_context("forkserver")
HEAVY = [
    "streamlit.testing.v1",
    "altair",
    "babel.dates",
    "duckdb",
    "hypothesis",
    "pandas",
    "pandera",
    "pyarrow",
    "pytest",
]
HEAVY += ["rich.console", "starlette.testclient", "frictionless"]
FORKS.set_forkserver_preload(HEAVY)
OURS = {"benchmarks", "data", "extracts", "pages", "queries", "tests", "ui"}
# What pytest says of itself when tests ran and one failed; 0 is all passed, anything else is no answer.
NOTICED, SURVIVED = 1, 0


@contextmanager
def copied():
    """A copy of the tree, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
        yield tree


@contextmanager
def broken(tree, fault):
    """The copy with one fault, whole again afterwards."""
    path = tree / fault["file"]
    whole, times = path.read_bytes(), path.stat()
    text = whole.decode("utf-8")
    if text.count(fault["find"]) != 1:
        raise SystemExit(f"{fault['file']} holds {text.count(fault['find'])} times: {fault['find']}")
    path.write_bytes(text.replace(fault["find"], fault["replace"]).encode("utf-8"))
    try:
        yield
    finally:
        path.write_bytes(whole)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def run(tree, tests):
    """The exit code of pytest for these tests in the copy, and what it said."""
    said = tree.parent / "said.txt"
    process = FORKS.Process(target=tested, args=(tree, tests, said))
    process.start()
    process.join()
    return process.exitcode, said.read_text(encoding="utf-8")


def tested(tree, tests, said):
    """Run tests in the copy and end this process with pytest's exit code; nothing of our own is loaded from elsewhere."""
    import pytest

    output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(output, stream)
    # All tests of a process share one server of forks: another file's may have loaded the whole tree already.
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]
    sys.path[:] = [str(tree), *(place for place in sys.path if Path(place or ".").resolve() != ROOT)]
    os.chdir(tree)
    code = pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests])
    sys.stdout.flush()
    os._exit(code)


def survivors(names, tell=print):
    """The names of the faults that no test notices."""
    left = []
    with copied() as tree:
        for name in names:
            with broken(tree, FAULTS[name]):
                code, said = run(tree, FAULTS[name]["tests"])
            if code not in (NOTICED, SURVIVED):
                raise SystemExit(f"{name}: the tests did not run\n{said[-2000:]}")
            tell(f"{'noticed ' if code == NOTICED else 'SURVIVED'}  {name}: {FAULTS[name]['breaks']}", flush=True)
            left += [name] if code == SURVIVED else []
    return left


def main(arguments=None):
    """Run the faults named, a random sample, or all; 1 where one survives, 2 where the tests fail without any fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutate", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="name", help="faults of tests/mutations.toml; all without")
    parser.add_argument("--sample", type=int, metavar="N", help="so many of them, picked at random")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(FAULTS):
        parser.error(f"no such fault: {', '.join(sorted(unknown))}")
    names = asked.names or list(FAULTS)
    names = random.sample(names, min(asked.sample, len(names))) if asked.sample else names
    with copied() as tree:
        code, said = run(tree, list(dict.fromkeys(test for name in names for test in FAULTS[name]["tests"])))
    if code:
        print(f"Without any fault the tests already fail:\n{said[-3000:]}")
        return 2
    left = survivors(names)
    print(f"{len(names) - len(left)} of {len(names)} faults are noticed")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
