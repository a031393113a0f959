"""Is the description of the data addresses valid, and do they keep it, whatever they are asked?"""

import json
import re

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
from extracts.feeds.routes import ROUTES as FEEDS
from extracts.routes import ROUTES
from extracts.serving import Described
from pages.briefing.download import ROUTES as NOTES
from ui.pictures.routes import ROUTES as FIGURES

SITE = Starlette(routes=[*ROUTES, *FEEDS, *NOTES, *FIGURES])
# Of these neither other files nor what is known of the same answers is asked for at random, nor all tables at once.
LEFT_OUT = r"(metadata\.json|cite\.{cite}|bundle\.zip.*)$"
EXAMPLES = 2
KEPT = [
    checks.not_a_server_error,
    response.status_code_conformance,
    response.content_type_conformance,
    response.response_schema_conformance,
]


MORE = tuple(route.described for route in SITE.routes if isinstance(route, Described))


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
        return json.loads(json.dumps(openapi.described.__wrapped__("", "", "1", MORE)))


def test_the_description_is_valid(description):
    validate(description)


def test_it_describes_every_query():
    whole = TestClient(SITE).get("/extracts/openapi.json").json()
    assert whole["openapi"] == "3.1.0"
    assert set(whole["paths"]) >= {f"/extracts/{name}.{{form}}" for name in queries.names()}


def test_it_describes_every_address_of_a_file(description):
    """A route is described under its own path, or, where a query or a feed has a path of its own, under those."""
    known = {
        re.sub(r"^/(extracts|feeds)/\w+", r"/\1/{\1}", path).replace("{cite}", "{form}")
        for path in description["paths"]
    }
    routes = {re.sub(r"^/(extracts|feeds)/{\w+}", r"/\1/{\1}", route.path) for route in SITE.routes}
    not_files = {"/extracts", "/extracts/openapi.json", "/figures/embed.js", "/healthz", "/readyz"}
    assert routes - not_files == known


@pytest.fixture(scope="module")
def addresses(description):
    """The rows as JSON, which are described cell by cell, and everything else that is a file."""
    asked = json.loads(json.dumps(description))
    asked["components"]["parameters"]["form"]["schema"]["enum"] = ["json"]
    schema = schemathesis.openapi.from_dict(asked)
    schema.app = SITE
    return [found.ok() for found in schema.exclude(path_regex=LEFT_OUT).get_all_operations()]


def test_whatever_is_asked_is_answered_as_described(addresses):
    """In all, not each: an operation has few parameters, and most are of kinds that others have too."""

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def asked(data):
        for address in addresses:
            data.draw(address.as_strategy()).call_and_validate(checks=KEPT)

    asked()


def test_a_figure_of_its_own_is_given_as_described(description):
    """At random hardly any page has a figure of that name."""
    schema = schemathesis.openapi.from_dict(description)
    schema.app = SITE
    for path, form in (
        ("/figures/{page}/{figure}.{form}", "svg"),
        ("/figures/{page}/{figure}", ""),
        ("/figures/{page}.png", ""),
    ):
        parts = {"page": "trade", "figure": "balance", "form": form}
        given = {name: value for name, value in parts.items() if f"{{{name}}}" in path}
        case = schema[path]["GET"].Case(path_parameters=given, query={"from": "2015", "lang": "es"})
        assert case.call_and_validate(checks=KEPT).status_code == 200
