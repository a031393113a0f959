"""The bundle is whole: tables, views that answer as the site does, descriptors that agree with the files."""

import hashlib
import io
import json
import subprocess
import zipfile

import duckdb
import pandas as pd
import pytest
from frictionless import Package
from starlette.applications import Starlette
from starlette.testclient import TestClient

import queries
from data import TABLES, catalog
from extracts import bundle
from extracts.routes import ROUTES

ASKED = ("trade_balance", "tariff_rate", "events", "agenda_dates")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    into = tmp_path_factory.mktemp("bundle")
    assert bundle.main([str(into)]) == 0
    with zipfile.ZipFile(into / "bundle.zip") as archive:
        archive.extractall(into)
    return into


def test_its_address_gives_the_file_that_make_bundle_writes(folder):
    client = TestClient(Starlette(routes=ROUTES))
    assert client.get("/bundle.zip").content == (folder / "bundle.zip").read_bytes()
    assert client.get("/bundle.zip.sha256").content == (folder / "bundle.zip.sha256").read_bytes()


@pytest.mark.parametrize("sums", ["SHA256SUMS", "bundle.zip.sha256"])
def test_checksums_hold(folder, sums):
    checked = subprocess.run(
        ["sha256sum", "-c", "--strict", sums], cwd=folder, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count(": OK") == (
        len(catalog.tables()) + 5 + 2 * len(catalog.LANGUAGES) if sums == "SHA256SUMS" else 1
    )


def test_its_tables_are_those_of_the_site(folder):
    for name in catalog.tables():
        assert (folder / "tables" / f"{name}.parquet").read_bytes() == (TABLES / f"{name}.parquet").read_bytes()


def test_its_views_answer_as_the_site_does(folder, monkeypatch):
    monkeypatch.chdir(folder)
    with duckdb.connect() as connection:
        connection.execute((folder / "views.sql").read_text(encoding="utf-8"))
        views = {
            name for (name,) in connection.execute("select view_name from duckdb_views() where not internal").fetchall()
        }
        assert views >= {
            *catalog.tables(),
            *(f"ask_{name}" for name in queries.names() if name not in ("claims", "search")),
        }
        for name in ASKED:
            rows = connection.execute(f"from ask_{name}").df()
            pd.testing.assert_frame_equal(rows, queries.ask(name).frame, check_dtype=False)


def test_its_descriptors_agree_with_its_files(folder):
    described = Package(str(folder / "datapackage.json"))
    croissant = json.loads((folder / "croissant.json").read_text(encoding="utf-8"))
    assert [resource.name.replace("-", "_") for resource in described.resources] == catalog.tables()
    assert [records["name"] for records in croissant["recordSet"]] == catalog.tables()
    for resource, file in zip(described.resources, croissant["distribution"], strict=True):
        digest = hashlib.sha256((folder / resource.path).read_bytes()).hexdigest()
        assert (resource.hash, file["sha256"]) == (f"sha256:{digest}", digest)
    events = described.get_resource("events")
    assert events.schema.field_names == list(catalog.table("events").columns)
    names = pd.read_csv(io.BytesIO((folder / "dictionary.csv").read_bytes()), keep_default_na=False)
    assert list(names[names["table"] == "events"]["column"]) == events.schema.field_names


SAID = {
    "": ("Canada–Mexico policy dashboard", "Statistics Canada Open Licence", "Own texts"),
    ".fr": ("Tableau de bord des politiques", "Licence ouverte de Statistique Canada", "Textes et tableaux du site"),
    ".es": ("Tablero de política", "Licencia abierta de Statistics Canada", "Textos y cuadros del sitio"),
}


def test_it_says_what_it_is_and_whose_the_figures_are_in_every_language(folder):
    assert len(SAID) == len(catalog.LANGUAGES)
    for language, (site, licence, own) in SAID.items():
        assert site in (folder / f"README{language}.md").read_text(encoding="utf-8")
        licences = (folder / f"LICENCES{language}.md").read_text(encoding="utf-8")
        assert all(f"\n## {name}\n" in licences for name in catalog.tables())
        assert licence in licences
        assert own in licences
