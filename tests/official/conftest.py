"""One client for each test of this folder."""

import ssl

import httpx2
import pytest

from tests.official import World

# Making one takes longer than most of these tests.
CERTIFICATES = ssl.create_default_context()


@pytest.fixture
def official(agencies):
    agencies.begin(World(first_position_year=2019))
    return agencies


@pytest.fixture
def client(official):
    with httpx2.Client(base_url=official.url, timeout=5, verify=CERTIFICATES) as session:
        yield session
