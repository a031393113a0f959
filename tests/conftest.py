"""Tests never see what a refresh left on this machine: they answer from the tables that come with the site."""

import gc
import os
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest

from data import editions
from tests.official import Official, World
from tests.refresh_store import opened_store

# A cluster to ask, and settings for the time of one test.
pytest_plugins = ["tests.cluster"]

# Until the tests begin nothing is garbage, and to look for it took a tenth of the start.
gc.disable()
# No example fails because the machine is busy.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")
# A busy machine is no reason for an answer to be stopped, except where a test wants it.
os.environ["DASHBOARD_QUERY_SECONDS"] = "300"
os.environ["DASHBOARD_PICTURE_SECONDS"] = "300"
# What is made ahead in quiet times would be heard in tests of what a page says.
os.environ["DASHBOARD_MADE_AHEAD"] = "0"
os.environ["DATA_STORE"] = str(Path(tempfile.gettempdir()) / "no-refreshed-tables-in-tests")


# Files of tests that stay in one process, because what one has made the next needs.
TOGETHER = {
    # Each chart is made once a process and language, which takes longer than the page; one process draws pictures of it.
    "pages": {
        "test_figure_addresses.py",
        "test_page_links.py",
        "test_page_words.py",
        "test_pages.py",
        "test_pictures.py",
        "test_seen.py",
        "test_tariffs_page.py",
    },
    # All queries are asked.
    "queries": {"test_lineage.py", "test_queries.py", "test_round_trips.py", "test_sentences.py"},
    # The tariff engine is asked.
    "tariffs": {"test_tariff_products.py", "test_tariff_what_ifs.py", "test_tariffs.py"},
    # The duties of every day are worked out a second time.
    "duties": {"test_independent_rates.py", "test_tariff_sentences.py"},
}


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Spread over processes, a file stays with one; so do files that share what they ask for, or a server."""
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            path = Path(nodeid.partition("::")[0])
            if path.parent.name == "browser":
                return "browser"
            return next((name for name, files in TOGETHER.items() if path.name in files), path.name)

    return Together(config, log)


def pytest_collection_finish(session):
    """What is there when the tests begin stays; to look through it for garbage again and again took a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True)
def _as_before():
    """No test leaves the next one with the edition it was answered from, nor with a page as the main module.

    A visit does the latter, and every process that is forked then runs that page first.
    """
    main = sys.modules["__main__"]
    yield
    editions._pinned.set(None)
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def agencies():
    """The agencies, listening as long as the tests run; each test begins with a world of its own."""
    with Official() as official:
        yield official


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """Where stores that were refreshed once wait to be copied, by whichever process of this run needs one."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "prepared"


@pytest.fixture
def world():
    """What the agencies publish; a file of tests may have one of its own."""
    return World()


@pytest.fixture
def store(agencies, prepared, world, tmp_path, monkeypatch):
    """Agencies that publish this world, and a store for what they answer."""
    return opened_store(agencies, prepared, world, tmp_path, monkeypatch)
