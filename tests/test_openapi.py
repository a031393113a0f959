"""Is the description of the data addresses valid, and do they keep it, whatever they are asked?"""

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_spec_validator import validate
from schemathesis import checks
from schemathesis.specs.openapi import checks as response
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from extracts import openapi
from extracts.routes import ROUTES

SITE = Starlette(routes=ROUTES)
EXAMPLES = 2
KEPT = [
    checks.not_a_server_error,
    response.status_code_conformance,
    response.content_type_conformance,
    response.response_schema_conformance,
]


def _kinds(name):
    query = queries.describe(name)
    return {(key, type(default), key in query.choices) for key, default in query.params.items()}


@pytest.fixture(scope="module")
def description():
    """The description of so many queries that each parameter, as each kind, stands in one of them."""
    chosen = []
    for name in queries.names():
        if _kinds(name) - {kind for known in chosen for kind in _kinds(known)}:
            chosen.append(name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(queries, "names", lambda: chosen)
        return json.loads(json.dumps(openapi.described.__wrapped__("", "", "1")))


def test_the_description_is_valid(description):
    validate(description)


def test_it_describes_every_query():
    whole = TestClient(SITE).get("/extracts/openapi.json").json()
    assert whole["openapi"] == "3.1.0"
    assert set(whole["paths"]) >= {f"/extracts/{name}.{{form}}" for name in queries.names()}


@pytest.fixture(scope="module")
def addresses(description):
    """The rows as JSON, which are described cell by cell; neither other files nor metadata of the same answers."""
    description["components"]["parameters"]["form"]["schema"]["enum"] = ["json"]
    schema = schemathesis.openapi.from_dict(description)
    schema.app = SITE
    return [found.ok() for found in schema.exclude(path_regex=r"(metadata\.json|cite\.{cite})$").get_all_operations()]


def test_whatever_is_asked_is_answered_as_described(addresses):
    """In all, not each: an operation has few parameters, and most are of kinds that others have too."""

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def asked(data):
        for address in addresses:
            data.draw(address.as_strategy()).call_and_validate(checks=KEPT)

    asked()
